@org.jspecify.annotations.NullMarked
package org.tansiq.bench;
