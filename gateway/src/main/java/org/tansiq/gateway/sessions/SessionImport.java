package org.tansiq.gateway.sessions;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.shared.Refusal;
import org.tansiq.gateway.calendars.CalendarEntry;
import org.tansiq.gateway.calendars.CalendarFile;

/**
 * What came of a calendar that was imported, or would come of it.
 *
 * @param position of the last event; -1 if nothing was written
 */
record SessionImport(CalendarFile file, List<Item> items, long position) {
    enum Status {
        NEW,
        MOVED,
        CANCELLED,
        UNCHANGED,
        /** A later state of it was imported before, or is in the same file. */
        OLDER,
        UNREADABLE
    }

    /**
     * One entry.
     *
     * @param session null if it cannot be read
     * @param read null if it cannot be read
     * @param why it is refused or cannot be read; null if neither
     */
    record Item(
            int line,
            String uid,
            String title,
            Status status,
            @Nullable String session,
            CalendarEntry.@Nullable Read read,
            @Nullable Refusal why) {
        Set<CalendarEntry.Note> notes() {
            return read == null ? Set.of() : read.notes();
        }
    }

    long count(Status status) {
        return items.stream().filter(item -> item.status() == status).count();
    }
}
