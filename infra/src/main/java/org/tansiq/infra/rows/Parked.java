package org.tansiq.infra.rows;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that a projection could not apply. Its rows lack what it said, until it is applied again.
 *
 * @param position of the event
 * @param event its name in the log
 * @param coalition that it is of, if it is of one
 * @param error class of what was thrown
 * @param message what it said, cut at {@link #MESSAGE_LENGTH_MAX} UTF-16 units
 * @param since when it came into its state, by the clock of the node that put it there; in milliseconds
 * @param reason that was given for skipping it, at most {@link #REASON_LENGTH_MAX} UTF-16 units; else empty
 */
public record Parked(
        String projection,
        long position,
        String event,
        @Nullable String coalition,
        String error,
        String message,
        Instant since,
        State state,
        String reason) {
    public static final int MESSAGE_LENGTH_MAX = 1_000;
    public static final int REASON_LENGTH_MAX = 200;

    public enum State {
        /** For somebody to decide. */
        WAITING,
        /** An operator has decided to go without it. */
        SKIPPED
    }

    public Parked {
        message = cut(message, MESSAGE_LENGTH_MAX);
        reason = cut(reason, REASON_LENGTH_MAX);
        since = Instant.ofEpochMilli(since.toEpochMilli());
    }

    Parked skipped(String because, Instant at) {
        return new Parked(projection, position, event, coalition, error, message, at, State.SKIPPED, because);
    }

    /** As it fails now, in the state that it was in. */
    Parked failing(Parked now) {
        return new Parked(
                projection, position, now.event(), coalition, now.error(), now.message(), since, state, reason);
    }

    private static String cut(String text, int max) {
        return text.length() > max ? text.substring(0, max) : text;
    }
}
