/** How actions stand with those who permit them, and which of them need somebody. */
@org.jspecify.annotations.NullMarked
package org.tansiq.gateway.permits;
