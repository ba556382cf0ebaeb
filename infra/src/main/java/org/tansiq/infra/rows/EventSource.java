package org.tansiq.infra.rows;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.tansiq.projections.shared.Recorded;

/** The log, as the runner of a projection reads it. Safe for use by many threads. */
public interface EventSource {
    /** The position that the next event will get. */
    long head();

    /**
     * The events from a position on, in order and without gaps; empty at the head. An event that cannot be decoded comes
     * as {@link org.tansiq.infra.json.Unreadable} in its place.
     */
    List<Recorded> read(long from, int limit);

    /**
     * Visits all before a position that concerns one coalition: its own events in order, and the registration of each
     * organisation before the first of them that names it. Folded over no rows they give the rows of that coalition. The
     * visitor may take its time; few of the events are in memory at once.
     */
    void visitCoalition(String coalition, long before, Consumer<Recorded> visitor);

    /** The coalition that the event at this position is of, if it is of one; also of one that cannot be decoded. */
    Optional<String> coalitionOf(long position);
}
