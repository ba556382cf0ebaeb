package org.tansiq.infra.rows;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.tansiq.infra.json.Json;
import org.tansiq.projections.shared.Row;
import org.tansiq.projections.shared.View;

/**
 * Where rows are kept between events, with how far each projection has come. It is derived: whatever is lost here is
 * built again from the log. Safe for use by many threads; every method may throw {@link RowStoreFailure}.
 */
public interface RowStore extends AutoCloseable {
    /** How far the rows are that readers see; {@link Progress#NONE} if they were never built. */
    Progress progress(String projection);

    /** As {@link #progress}, after finishing what a runner that died has left half done. */
    Progress resume(String projection);

    /**
     * Keeps rows, parked events and progress, all or nothing.
     *
     * @throws ProgressMoved if the projection does not stand where the batch expects it; then nothing is kept
     */
    void write(Batch batch);

    /**
     * Drops the rows, the marks of removed rows and the parked events, and begins at position 0.
     *
     * @param views all that the projection writes
     * @param version of the rows to come
     * @throws ProgressMoved if the projection does not stand where it is expected; then nothing is dropped
     */
    void reset(String projection, Collection<String> views, Progress expected, int version);

    /** The row, unless there is none or it was removed. */
    Optional<StoredRow> get(String view, String id);

    /** The rows that have this key and were not removed, in the order of their ids. */
    List<StoredRow> find(String view, String key);

    /**
     * The rows with this key that were set or removed after a position, in the order of position, then id. Rows that one
     * event set are never parted: an answer goes over the limit rather than end between them, so a reader goes on after
     * the last position it got. A row that lost the key is not among them.
     */
    List<StoredRow> changes(String view, String key, long after, int limit);

    /** Visits every row of the view that was not removed, in the order of ids. The visitor must not call the store. */
    void scan(String view, Consumer<StoredRow> visitor);

    /** In the order of the log. */
    List<Parked> parked(String projection);

    @Override
    void close();

    default <R extends Row> Optional<R> get(View<R> view, String id) {
        return get(view.name(), id).map(row -> Json.read(row.json(), view.rows()));
    }

    default <R extends Row> List<R> find(View<R> view, String key) {
        return find(view.name(), key).stream()
                .map(row -> Json.read(row.json(), view.rows()))
                .toList();
    }
}
