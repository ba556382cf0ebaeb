package org.tansiq.gateway.calendars;

import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A time as a calendar tells it.
 *
 * @param wholeDay whether it is a date and no more
 * @param zone null where it names none and is not in UTC either
 */
record Told(LocalDateTime local, boolean wholeDay, @Nullable ZoneId zone) {}
