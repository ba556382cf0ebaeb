package org.tansiq.infra.rows;

import java.util.List;
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
}
