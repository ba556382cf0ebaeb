/** Sessions of international bodies, and what is prepared for them. */
@org.jspecify.annotations.NullMarked
package org.tansiq.gateway.sessions;
