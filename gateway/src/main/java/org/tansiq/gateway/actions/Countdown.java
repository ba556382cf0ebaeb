package org.tansiq.gateway.actions;

import java.time.Duration;
import java.time.Instant;
import org.tansiq.projections.actions.SynchronizedRow;

/**
 * How long it is until a call's moment, from where the day begins to where it ends.
 *
 * @param days whole ones until it begins; with the hours and minutes beyond them
 */
public record Countdown(State state, long days, int hours, int minutes) {
    /** Whether it is still to come anywhere. */
    public enum State {
        BEFORE,
        DURING,
        OVER
    }

    static Countdown of(SynchronizedRow call, Instant now) {
        var until = Duration.between(now, call.begins());
        if (until.isPositive()) {
            return new Countdown(State.BEFORE, until.toDaysPart(), until.toHoursPart(), until.toMinutesPart());
        }
        return new Countdown(now.isBefore(call.ends()) ? State.DURING : State.OVER, 0, 0, 0);
    }
}
