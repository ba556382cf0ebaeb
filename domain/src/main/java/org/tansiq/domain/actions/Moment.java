package org.tansiq.domain.actions;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** When a synchronised action begins. */
public sealed interface Moment {
    Instant in(ZoneId zone);

    /** Everywhere at once, whatever the clocks show. */
    record SameInstant(Instant instant) implements Moment {
        @Override
        public Instant in(ZoneId zone) {
            return instant;
        }
    }

    /**
     * When the clocks of each city show this. Where they skip it, it moves on by as much as they skip; where they show it
     * twice, it is the first of the two.
     */
    record SameLocalTime(LocalDateTime localTime) implements Moment {
        @Override
        public Instant in(ZoneId zone) {
            return ZonedDateTime.of(localTime, zone).toInstant();
        }
    }
}
