package org.tansiq.gateway.shared;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The moment of the past that a page is asked for, if it is for one; of {@code at} and {@code position} one may be given.
 *
 * @param at an instant with its offset, or a date and hour in UTC, as a form sends them
 * @param position of the last event that counts
 */
public record Past(@Nullable String at, @Nullable String position) {
    public static final Past NONE = new Past(null, null);

    /** A field that was left empty asks for nothing. */
    public Past {
        at = at == null || at.isBlank() ? null : inUtc(at);
        position = position == null || position.isBlank() ? null : position;
    }

    private static String inUtc(String written) {
        try {
            return LocalDateTime.parse(written.strip()).atOffset(ZoneOffset.UTC).toString();
        } catch (DateTimeException other) {
            return written;
        }
    }
}
