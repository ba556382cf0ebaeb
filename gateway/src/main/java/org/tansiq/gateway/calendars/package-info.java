/**
 * Calendars that come from elsewhere, as iCalendar (RFC 5545). Their lines, their times and their zones are read here, by
 * rules that leave the process as it was: a library's reader would register the zones of a stranger's file for all of it.
 */
@org.jspecify.annotations.NullMarked
package org.tansiq.gateway.calendars;
