/** How whatever went wrong is told: RFC 9457 to programs, a plain page to people. */
@org.jspecify.annotations.NullMarked
package org.tansiq.gateway.problems;
