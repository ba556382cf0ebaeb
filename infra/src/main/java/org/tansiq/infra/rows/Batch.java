package org.tansiq.infra.rows;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is written to a generation's rows in one step.
 *
 * @param term of the lease that the writer holds
 * @param from where the generation stood when this was worked out
 * @param next where it stands then
 * @param rows at most one for each view and id
 * @param parked events, in place of what was kept about them
 * @param released positions of events that are parked no more
 * @param belated if rows were set otherwise than by the events up to {@code next}
 */
public record Batch(
        Edition edition,
        long term,
        Progress from,
        long next,
        List<StoredRow> rows,
        List<Parked> parked,
        List<Long> released,
        @Nullable Belated belated) {
    public Batch {
        rows = List.copyOf(rows);
        parked = List.copyOf(parked);
        released = List.copyOf(released);
    }

    /** What events have done. */
    public static Batch of(
            Edition edition, long term, Progress from, long next, List<StoredRow> rows, List<Parked> parked) {
        return new Batch(edition, term, from, next, rows, parked, List.of(), null);
    }

    public Progress to() {
        return from.at(next);
    }
}
