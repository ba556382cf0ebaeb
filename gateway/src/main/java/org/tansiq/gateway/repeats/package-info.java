/** Requests that come again with the same key. */
@org.jspecify.annotations.NullMarked
package org.tansiq.gateway.repeats;
