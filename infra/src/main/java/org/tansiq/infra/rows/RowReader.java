package org.tansiq.infra.rows;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tansiq.infra.json.Json;
import org.tansiq.projections.shared.Row;
import org.tansiq.projections.shared.View;

/** Reads the rows of one generation, and what goes with them. Safe for use by many threads. */
public interface RowReader {
    /** The row, unless there is none or it was removed. */
    Optional<StoredRow> get(String view, String id);

    /** The rows that have this key and were not removed, in the order of their ids. */
    List<StoredRow> find(String view, String key);

    /**
     * Those of the rows that have this key that come after an id, as far as the limit goes.
     *
     * @param after the last id of the page before; null for the first
     */
    List<StoredRow> find(String view, String key, @Nullable String after, int limit);

    /**
     * The rows with this key that were set or removed after a position, in the order of position, then id. Rows of one
     * position are never parted: an answer goes over the limit rather than end between them, so a reader goes on after
     * the last position it got. A row that lost the key is not among them.
     *
     * <p>What a reader can have missed because it was {@link Belated} comes once more, with a position after theirs.
     */
    List<StoredRow> changes(String view, String key, long after, int limit);

    /** Visits every row of the view that was not removed, in the order of ids. The visitor must not call the store. */
    void scan(String view, Consumer<StoredRow> visitor);

    /**
     * The rows and marks of a view in the order of ids, as far as the limit goes.
     *
     * @param after the last id of the page before; null for the first
     */
    List<StoredRow> page(String view, @Nullable String after, int limit);

    /** The events that could not be applied, in the order of the log. */
    List<Parked> parked();

    /** How many of them wait for a decision. */
    long waiting();

    default <R extends Row> Optional<R> get(View<R> view, String id) {
        return get(view.name(), id).map(row -> Json.read(row.json(), view.rows()));
    }

    default <R extends Row> List<R> find(View<R> view, String key) {
        return find(view.name(), key).stream()
                .map(row -> Json.read(row.json(), view.rows()))
                .toList();
    }
}
