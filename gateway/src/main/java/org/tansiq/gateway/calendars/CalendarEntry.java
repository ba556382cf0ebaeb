package org.tansiq.gateway.calendars;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.shared.Invalid;
import org.tansiq.domain.shared.Text;

/** An entry of a calendar, as far as it can be read. */
public sealed interface CalendarEntry {
    /** Of the file, on which it begins. */
    int line();

    /** What the calendar calls it; empty if nothing. */
    String uid();

    /** What had to be assumed. */
    enum Note {
        /** It is of whole days, and says not in which zone. */
        WHOLE_DAYS,
        /** Its times name no zone. */
        NO_ZONE,
        /** It has no end, or ends as it begins: it is taken to last an hour. */
        NO_END
    }

    /**
     * One that can be read.
     *
     * @param recurrence which of those that repeat under one name it is; empty where there is one
     * @param sequence which state of it this is: 0 or more
     * @param cancelled whether it will not take place
     * @param body where the calendar was written by this program; else empty
     * @param zone in which it is announced
     * @param leadDays where the calendar was written by this program
     */
    record Read(
            int line,
            String uid,
            String recurrence,
            int sequence,
            boolean cancelled,
            Text title,
            Text place,
            Text body,
            ZoneId zone,
            Instant from,
            Instant until,
            @Nullable Integer leadDays,
            Set<Note> notes)
            implements CalendarEntry {
        public Read {
            notes = Set.copyOf(notes);
        }
    }

    /** @param title empty if there is none */
    record Unreadable(int line, String uid, String title, Invalid why) implements CalendarEntry {}
}
