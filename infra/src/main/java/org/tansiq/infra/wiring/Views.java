package org.tansiq.infra.wiring;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.tansiq.infra.rows.ProjectionRunner;
import org.tansiq.infra.rows.Repaired;
import org.tansiq.infra.rows.RowReader;
import org.tansiq.infra.rows.RowStore;
import org.tansiq.infra.rows.StoredRow;
import org.tansiq.projections.shared.Projection;
import org.tansiq.projections.shared.Row;
import org.tansiq.projections.shared.View;

/**
 * Reads what the projections have written, as rows or as JSON, with its texts opened.
 *
 * <p>Until the rows of a projection's present version are built for the first time there is nothing that may be shown:
 * then every question throws {@link org.tansiq.infra.rows.Rebuilding}, and {@link #position} is -1.
 */
public final class Views {
    private final RowStore store;
    private final List<ProjectionRunner> runners;
    private final LongSupplier head;
    private final ToldRows told;
    private final Map<String, ProjectionRunner> writers = new HashMap<>();

    Views(RowStore store, Map<Projection, ProjectionRunner> running, LongSupplier head, ToldRows told) {
        this.store = store;
        this.head = head;
        this.told = told;
        this.runners = List.copyOf(running.values());
        running.forEach((projection, runner) -> projection.views().forEach(view -> writers.put(view.name(), runner)));
    }

    public <R extends Row> Optional<R> get(View<R> view, String id) {
        return rows(view).get(view.name(), id).map(row -> told.row(view, row.json()));
    }

    /** The rows that have this key, in the order of their ids. */
    public <R extends Row> List<R> find(View<R> view, String key) {
        return rows(view).find(view.name(), key).stream()
                .map(row -> told.row(view, row.json()))
                .toList();
    }

    /**
     * A page of the rows that have this key, in the order of their ids.
     *
     * @param after the last id of the page before; null for the first
     */
    public <R extends Row> List<R> find(View<R> view, String key, @Nullable String after, int limit) {
        return rows(view).find(view.name(), key, after, limit).stream()
                .map(row -> told.row(view, row.json()))
                .toList();
    }

    public List<StoredRow> stored(View<?> view, String key) {
        return told(rows(view).find(view.name(), key));
    }

    /** The row with this id, if it has the key. */
    public Optional<StoredRow> stored(View<?> view, String key, String id) {
        return rows(view)
                .get(view.name(), id)
                .filter(row -> row.keys().contains(key))
                .map(row -> row.with(told.json(row.json())));
    }

    /** See {@link RowReader#changes}. */
    public List<StoredRow> changes(View<?> view, String key, long after, int limit) {
        return told(rows(view).changes(view.name(), key, after, limit));
    }

    /** The position of the last event that the view's rows reflect; -1 before the first. */
    public long position(View<?> view) {
        return writer(view).position();
    }

    /** When this is another than before, rows at the view's present position may be others too. */
    public Repaired repaired(View<?> view) {
        return writer(view).repaired();
    }

    /** Waits until the view reflects the event at {@code position}, at most this long; whether it does. */
    public boolean await(View<?> view, long position, Duration atMost) {
        return writer(view).awaitPosition(position, atMost);
    }

    /** Waits until all views reflect the event at {@code position}, at most this long for each. */
    public boolean await(long position, Duration atMost) {
        return runners.stream().allMatch(runner -> runner.awaitPosition(position, atMost));
    }

    /** Waits until the view reflects all that stands in the log now, at most this long; whether it does. */
    public boolean catchUp(View<?> view, Duration atMost) {
        return await(view, head.getAsLong() - 1, atMost);
    }

    /** Runs after rows have changed, on a projection's thread: keep it short. */
    public void onChange(Runnable listener) {
        runners.forEach(runner -> runner.listen((views, position) -> listener.run()));
    }

    private List<StoredRow> told(List<StoredRow> stored) {
        return stored.stream()
                .map(row -> row.removed() ? row : row.with(told.json(row.json())))
                .toList();
    }

    private RowReader rows(View<?> view) {
        return store.serving(writer(view).edition());
    }

    private ProjectionRunner writer(View<?> view) {
        var writer = writers.get(view.name());
        if (writer == null) {
            throw new IllegalArgumentException("No projection writes " + view.name() + ".");
        }
        return writer;
    }
}
