package org.tansiq.domain.sessions;

import org.jspecify.annotations.Nullable;

/**
 * How a session stands.
 *
 * @param imported null while no calendar has said anything of it
 */
public record Standing(
        Sitting sitting, boolean cancelled, @Nullable Imported imported) {
    /** What it means for a session when a calendar is imported. */
    public enum Import {
        NEW,
        MOVED,
        CANCELLED,
        UNCHANGED,
        /** A later state of it was imported before. */
        OLDER,
        /** It was cancelled here, and the calendar says that it sits. */
        CLOSED
    }

    /**
     * What would become of a session.
     *
     * @param now null if it is not known
     * @param sequence of what the calendar says
     */
    public static Import importing(@Nullable Standing now, Sitting sitting, boolean cancelled, int sequence) {
        if (now == null) {
            return cancelled ? Import.UNCHANGED : Import.NEW;
        }
        var last = now.imported;
        if (last != null && sequence < last.sequence()) {
            return Import.OLDER;
        }
        if (last != null && last.says(sitting, cancelled)) {
            return Import.UNCHANGED;
        }
        if (cancelled) {
            return now.cancelled ? Import.UNCHANGED : Import.CANCELLED;
        }
        if (now.cancelled) {
            return Import.CLOSED;
        }
        return now.sitting.equals(sitting) ? Import.UNCHANGED : Import.MOVED;
    }
}
