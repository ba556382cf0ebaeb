package org.tansiq.infra.rows;

import java.util.List;

/**
 * What some events in a row did to a projection's rows.
 *
 * @param expected where the projection stood when they were read
 * @param next where it stands once they are applied
 * @param rows at most one for each view and id, as the last of the events left it
 */
public record Batch(String projection, Progress expected, long next, List<StoredRow> rows, List<Parked> parked) {
    public Batch {
        rows = List.copyOf(rows);
        parked = List.copyOf(parked);
    }
}
