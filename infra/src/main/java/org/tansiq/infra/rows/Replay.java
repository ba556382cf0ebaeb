package org.tansiq.infra.rows;

import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tansiq.infra.json.Unreadable;
import org.tansiq.projections.shared.Projection;
import org.tansiq.projections.shared.Recorded;
import org.tansiq.projections.shared.RowsInMemory;

/**
 * Folds the log, or one coalition's part of it, into memory: the rows as they stood at some position. An event that cannot
 * be read or applied is left out, whole, as the runner of the projection would have parked it. The rows of all that is
 * folded are in memory at once; the events are not.
 */
public final class Replay {
    private static final Logger LOG = LoggerFactory.getLogger(Replay.class);
    private static final int EVENTS_AT_ONCE = 1_000;

    private final EventSource source;

    public Replay(EventSource source) {
        this.source = source;
    }

    /**
     * The rows of one coalition.
     *
     * @param before position of the first event that does not count; all that lie before it do
     */
    public RowsInMemory of(Projection projection, String coalition, long before) {
        return of(List.of(projection), coalition, before);
    }

    /** As above, of several projections at once. */
    public RowsInMemory of(Collection<? extends Projection> projections, String coalition, long before) {
        var rows = new RowsInMemory();
        source.visitCoalition(coalition, before, event -> fold(projections, event, rows));
        return rows;
    }

    /** The rows of all coalitions. */
    public RowsInMemory of(Projection projection, long before) {
        return of(List.of(projection), before);
    }

    /** The rows of all coalitions, of several projections at once. */
    public RowsInMemory of(Collection<? extends Projection> projections, long before) {
        var rows = new RowsInMemory();
        for (var next = 0L; next < before; ) {
            var events = source.read(next, (int) Math.min(EVENTS_AT_ONCE, before - next));
            if (events.isEmpty()) {
                break;
            }
            events.forEach(event -> fold(projections, event, rows));
            next = events.getLast().position() + 1;
        }
        return rows;
    }

    private static void fold(Collection<? extends Projection> projections, Recorded event, RowsInMemory rows) {
        projections.forEach(projection -> fold(projection, event, rows));
    }

    /**
     * Folds one event in.
     *
     * @return whether it could be; else the rows are as they were
     */
    public static boolean fold(Projection projection, Recorded event, RowsInMemory rows) {
        if (event.fact() instanceof Unreadable) {
            return false;
        }
        try {
            rows.fold(projection, event);
            return true;
        } catch (RuntimeException | StackOverflowError | AssertionError parked) {
            LOG.debug(
                    "The event at {} was left out of {}: {}",
                    event.position(),
                    projection.name(),
                    parked.getClass().getName());
            return false;
        }
    }
}
