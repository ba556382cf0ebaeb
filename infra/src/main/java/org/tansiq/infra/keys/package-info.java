@org.jspecify.annotations.NullMarked
package org.tansiq.infra.keys;
