package org.tansiq.infra.rows;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tansiq.infra.json.Json;
import org.tansiq.projections.shared.Projection;
import org.tansiq.projections.shared.Row;
import org.tansiq.projections.shared.Rows;
import org.tansiq.projections.shared.View;

/**
 * The rows that a batch of events is folded over: what the batch has written so far, above what is stored. What one event
 * writes counts for the next once it is {@linkplain #keep() kept}. For one thread.
 */
final class BatchRows implements Rows {
    private final Projection projection;
    private final RowReader store;
    private final Map<Place, Written> kept = new TreeMap<>();
    private final Map<Place, Written> written = new TreeMap<>();
    /** What the store had, decoded: neighbouring events look at the same rows. */
    private final Map<Place, Row> read = new HashMap<>();

    private long position;
    private @Nullable RuntimeException storeFailure;

    private record Place(String view, String id) implements Comparable<Place> {
        private static final Comparator<Place> ORDER =
                Comparator.comparing(Place::view).thenComparing(Place::id);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    /** @param row as the projection put it, or nothing where it was removed */
    private record Written(@Nullable Row row, StoredRow stored) {}

    BatchRows(Projection projection, RowReader store) {
        this.projection = projection;
        this.store = store;
    }

    void begin(long at) {
        position = at;
    }

    /** What the present event wrote is part of the batch. */
    void keep() {
        if (storeFailure != null) {
            throw storeFailure;
        }
        kept.putAll(written);
        written.clear();
    }

    /** Nothing of what the present event wrote is kept. */
    void drop() {
        written.clear();
    }

    List<StoredRow> stored() {
        return kept.values().stream().map(Written::stored).toList();
    }

    /** What the store threw at a projection that asked for rows: no fault of the event's. */
    @Nullable
    RuntimeException storeFailure() {
        return storeFailure;
    }

    @Override
    public <R extends Row> Optional<R> get(View<R> view, String id) {
        var here = here(place(view, id));
        if (here != null) {
            return Optional.ofNullable(here.row()).map(view.rows()::cast);
        }
        return asking(() -> store.get(view.name(), id)).map(row -> read(view, row));
    }

    @Override
    public <R extends Row> List<R> find(View<R> view, String key) {
        var found = new TreeMap<String, R>();
        for (var row : asking(() -> store.find(view.name(), key))) {
            if (here(place(view, row.id())) == null) {
                found.put(row.id(), read(view, row));
            }
        }
        find(view, key, kept, found);
        find(view, key, written, found);
        return new ArrayList<>(found.values());
    }

    @Override
    public <R extends Row> void put(View<R> view, R row) {
        var place = place(view, row.id());
        var json = Json.write(row);
        if (json.length() > StoredRow.JSON_LENGTH_MAX) {
            throw new IllegalArgumentException("A row of " + json.length() + " characters is over the limit of "
                    + StoredRow.JSON_LENGTH_MAX + ".");
        }
        written.put(place, new Written(row, StoredRow.put(view.name(), row.id(), position, row.keys(), json)));
    }

    @Override
    public void remove(View<?> view, String id) {
        var place = place(view, id);
        var here = here(place);
        if (here == null) {
            asking(() -> store.get(view.name(), id))
                    .ifPresent(row -> written.put(place, new Written(null, row.removedAt(position))));
        } else if (here.row() != null) {
            written.put(place, new Written(null, here.stored().removedAt(position)));
        }
    }

    private static <R extends Row> void find(View<R> view, String key, Map<Place, Written> in, Map<String, R> found) {
        in.forEach((place, here) -> {
            if (place.view().equals(view.name())) {
                found.remove(place.id());
                if (here.row() != null && here.stored().keys().contains(key)) {
                    found.put(place.id(), view.rows().cast(here.row()));
                }
            }
        });
    }

    private <R extends Row> R read(View<R> view, StoredRow row) {
        return view.rows()
                .cast(read.computeIfAbsent(place(view, row.id()), place -> Json.read(row.json(), view.rows())));
    }

    private Place place(View<?> view, String id) {
        if (!projection.views().contains(view)) {
            throw new IllegalArgumentException(
                    "The view " + view.name() + " is not one of the projection " + projection.name() + ".");
        }
        return new Place(view.name(), id);
    }

    private @Nullable Written here(Place place) {
        var now = written.get(place);
        return now != null ? now : kept.get(place);
    }

    private <T> T asking(Supplier<T> question) {
        try {
            return question.get();
        } catch (RuntimeException e) {
            storeFailure = e;
            throw e;
        }
    }
}
