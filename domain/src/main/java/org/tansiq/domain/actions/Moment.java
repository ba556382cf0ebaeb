package org.tansiq.domain.actions;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Map;
import org.tansiq.domain.shared.Invalid;

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

    /**
     * From east to west: cities whose clocks show {@code easternmost} or more begin at {@code start}, and for every hour that
     * a city's clocks are behind those it begins one step later, parts of hours in proportion. What the clocks of a city
     * show is taken as of {@code start}, so that a change of clocks during the wave moves nothing.
     *
     * @param easternmost from UTC-12 to UTC+14
     * @param step for each hour of difference, 1 to 120 minutes; of an hour it is the same local time everywhere
     */
    record RollingWave(Instant start, ZoneOffset easternmost, Duration step) implements Moment {
        static final ZoneOffset FIRST = ZoneOffset.ofHours(14);
        static final ZoneOffset LAST = ZoneOffset.ofHours(-12);
        static final Duration STEP_MIN = Duration.ofMinutes(1);
        static final Duration STEP_MAX = Duration.ofHours(2);
        private static final long HOUR_SECONDS = 3600;

        @Override
        public Instant in(ZoneId zone) {
            var behind = easternmost.getTotalSeconds()
                    - zone.getRules().getOffset(start).getTotalSeconds();
            return behind <= 0 ? start : start.plus(step.multipliedBy(behind).dividedBy(HOUR_SECONDS));
        }
    }

    /** What a command may ask for; events are not measured. */
    static void check(Moment moment) {
        if (!(moment instanceof RollingWave wave)) {
            return;
        }
        if (wave.step().compareTo(RollingWave.STEP_MIN) < 0 || wave.step().compareTo(RollingWave.STEP_MAX) > 0) {
            throw new Invalid(
                    "out-of-range",
                    "moment.stepMinutes",
                    Map.of("min", RollingWave.STEP_MIN.toMinutes(), "max", RollingWave.STEP_MAX.toMinutes()));
        }
        var seconds = wave.easternmost().getTotalSeconds();
        if (seconds > RollingWave.FIRST.getTotalSeconds() || seconds < RollingWave.LAST.getTotalSeconds()) {
            throw new Invalid("bad-offset", "moment.easternmost");
        }
    }
}
