package org.tansiq.infra.rows;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.shared.Fact;
import org.tansiq.infra.json.EventTypes;
import org.tansiq.infra.json.Unreadable;
import org.tansiq.projections.shared.Projection;
import org.tansiq.projections.shared.Recorded;

/**
 * Folds events over rows. What an event that cannot be applied had written is dropped, and the others go on.
 */
final class Folding {
    private final Projection projection;
    private final EventSource source;
    private final InstantSource clock;

    /**
     * What events came to.
     *
     * @param next position after the last of them
     */
    record Folded(long next, List<StoredRow> rows, List<Parked> parked, BatchRows batch) {
        /** The rows have been stored, and the cache may know them. */
        void written() {
            batch.written(rows);
        }
    }

    Folding(Projection projection, EventSource source, InstantSource clock) {
        this.projection = projection;
        this.source = source;
        this.clock = clock;
    }

    /**
     * @param from where the rows stand, and so where the events have to begin
     * @param cache of those rows
     * @throws RuntimeException what the rows throw when they are asked
     */
    Folded fold(List<Recorded> events, long from, RowReader rows, RowCache cache) {
        var folded = new BatchRows(projection, rows, cache);
        var parked = new ArrayList<Parked>();
        var next = from;
        for (var event : events) {
            if (event.position() != next) {
                throw new IllegalStateException(
                        "The log gave the event at " + event.position() + " where " + next + " was asked for.");
            }
            var failure = apply(event, folded);
            if (failure != null) {
                parked.add(parked(event, failure));
            }
            next++;
        }
        return new Folded(next, folded.stored(), parked, folded);
    }

    /** All that concerns a coalition, over no rows. */
    Folded foldCoalition(String coalition, long before) {
        var folded = new BatchRows(projection, NoRows.INSTANCE, RowCache.unknowing());
        var parked = new ArrayList<Parked>();
        source.visitCoalition(coalition, before, event -> {
            var failure = apply(event, folded);
            if (failure != null) {
                parked.add(parked(event, failure));
            }
        });
        return new Folded(before, folded.stored(), parked, folded);
    }

    private @Nullable Throwable apply(Recorded event, BatchRows folded) {
        if (event.fact() instanceof Unreadable unreadable) {
            return unreadable.reason();
        }
        folded.begin(event.position());
        try {
            projection.apply(event, folded);
            folded.keep();
            return null;
        } catch (RuntimeException | StackOverflowError | AssertionError e) {
            var failure = folded.storeFailure();
            if (failure != null) {
                throw failure;
            }
            folded.drop();
            return e;
        }
    }

    private Parked parked(Recorded event, Throwable error) {
        return new Parked(
                projection.name(),
                event.position(),
                name(event.fact()),
                source.coalitionOf(event.position()).orElse(null),
                error.getClass().getName(),
                error.getMessage() == null ? "" : error.getMessage(),
                clock.instant(),
                Parked.State.WAITING,
                "");
    }

    private static String name(Fact fact) {
        if (fact instanceof Unreadable unreadable) {
            return unreadable.name();
        }
        try {
            return EventTypes.nameOf(fact.getClass());
        } catch (IllegalArgumentException e) {
            return fact.getClass().getName();
        }
    }
}
