@org.jspecify.annotations.NullMarked
package org.tansiq.domain.sessions;
