/** Calendars that other programs read by a secret address. */
@org.jspecify.annotations.NullMarked
package org.tansiq.gateway.feeds;
