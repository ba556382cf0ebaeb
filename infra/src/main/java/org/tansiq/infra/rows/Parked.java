package org.tansiq.infra.rows;

/**
 * An event that a projection could not apply. Its rows lack what it said, until it is applied again.
 *
 * @param position of the event
 * @param event its name in the log
 * @param error class of what was thrown
 * @param message what it said, cut at {@link #MESSAGE_LENGTH_MAX} UTF-16 units
 */
public record Parked(String projection, long position, String event, String error, String message) {
    public static final int MESSAGE_LENGTH_MAX = 1_000;

    public Parked {
        message = message.length() > MESSAGE_LENGTH_MAX ? message.substring(0, MESSAGE_LENGTH_MAX) : message;
    }
}
