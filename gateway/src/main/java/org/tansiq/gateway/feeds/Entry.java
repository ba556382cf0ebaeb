package org.tansiq.gateway.feeds;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.actions.Coordinates;
import org.tansiq.projections.actions.Revision;

/**
 * One entry of a calendar, in the words of its reader's language.
 *
 * @param id stays the same for ever
 * @param extras by which an entry comes back as it was when the calendar is imported
 * @param zone in whose local time it is written
 */
record Entry(
        String id,
        Instant from,
        Instant until,
        ZoneId zone,
        boolean cancelled,
        Revision revision,
        String summary,
        String description,
        String location,
        @Nullable Coordinates at,
        List<Extra> extras) {
    /** What only this program reads. */
    record Extra(String name, @Nullable String language, String value) {}

    Entry {
        extras = List.copyOf(extras);
    }
}
