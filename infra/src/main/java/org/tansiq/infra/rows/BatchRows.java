package org.tansiq.infra.rows;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tansiq.infra.json.Json;
import org.tansiq.projections.shared.Projection;
import org.tansiq.projections.shared.Row;
import org.tansiq.projections.shared.RowOrder;
import org.tansiq.projections.shared.Rows;
import org.tansiq.projections.shared.View;

/**
 * The rows that a batch of events is folded over: what the batch has written so far, above what is stored. What one event
 * writes counts for the next once it is {@linkplain #keep() kept}. A row becomes JSON once, when the batch is at its end.
 * For one thread.
 */
final class BatchRows implements Rows {
    private final Projection projection;
    private final Set<View<?>> views;
    private final RowReader store;
    private final RowCache cache;
    private final Map<Place, Written> kept = new HashMap<>();
    private final Map<Place, Written> written = new LinkedHashMap<>();
    /** Ids of rows that were put with a key, by view and key; not all of them may still have it. */
    private final Map<Place, Set<String>> keyed = new HashMap<>();

    private long position;
    private @Nullable RuntimeException storeFailure;

    /** @param id of a row, or a key */
    record Place(String view, String id) {
        static final Comparator<Place> ORDER = Comparator.comparing(Place::view).thenComparing(Place::id);
    }

    /**
     * What the batch has made of a row.
     *
     * @param row as the projection put it, or nothing where it was removed
     * @param keys that it has, or had last
     */
    record Written(@Nullable Row row, Set<String> keys, long position) {}

    /** @param cache what is known of the stored rows from the batches before */
    BatchRows(Projection projection, RowReader store, RowCache cache) {
        this.projection = projection;
        this.views = new HashSet<>(projection.views());
        this.store = store;
        this.cache = cache;
    }

    void begin(long at) {
        position = at;
    }

    /** What the present event wrote is part of the batch. */
    void keep() {
        if (storeFailure != null) {
            throw storeFailure;
        }
        written.forEach((place, now) -> {
            kept.put(place, now);
            if (now.row() != null) {
                for (var key : now.keys()) {
                    keyed.computeIfAbsent(new Place(place.view(), key), any -> new HashSet<>())
                            .add(place.id());
                }
            }
        });
        written.clear();
    }

    /** Nothing of what the present event wrote is kept. */
    void drop() {
        written.clear();
    }

    /** In the order of views and ids. */
    List<StoredRow> stored() {
        var stored = new ArrayList<StoredRow>(kept.size());
        kept.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Place.ORDER))
                .forEach(entry -> stored.add(stored(entry.getKey(), entry.getValue())));
        return stored;
    }

    private static StoredRow stored(Place place, Written now) {
        var row = now.row();
        var put =
                StoredRow.put(place.view(), place.id(), now.position(), now.keys(), row == null ? "" : Json.write(row));
        return row == null ? put.removedAt(now.position()) : put;
    }

    /** The batch has been stored: what it wrote is what is stored now, and later batches may know it. */
    void written(List<StoredRow> stored) {
        for (var row : stored) {
            var place = new Place(row.view(), row.id());
            var last = kept.get(place);
            cache.wrote(place, last == null ? null : last.row(), row);
        }
    }

    /** What the store threw at a projection that asked for rows: no fault of the event's. */
    @Nullable
    RuntimeException storeFailure() {
        return storeFailure;
    }

    @Override
    public <R extends Row> Optional<R> get(View<R> view, String id) {
        var place = place(view, id);
        var here = here(place);
        if (here != null) {
            return Optional.ofNullable(here.row()).map(view.rows()::cast);
        }
        return Optional.ofNullable(known(view, place).row()).map(view.rows()::cast);
    }

    @Override
    public <R extends Row> List<R> find(View<R> view, String key) {
        var at = place(view, key);
        var found = new TreeMap<String, R>(RowOrder.OF_IDS);
        for (var known : stored(view, at)) {
            if (here(new Place(view.name(), known.id())) == null) {
                found.put(known.id(), view.rows().cast(known.present()));
            }
        }
        for (var id : keyed.getOrDefault(at, Set.of())) {
            find(view, key, id, here(new Place(view.name(), id)), found);
        }
        written.forEach((place, now) -> {
            if (place.view().equals(view.name())) {
                find(view, key, place.id(), now, found);
            }
        });
        return new ArrayList<>(found.values());
    }

    @Override
    public <R extends Row> void put(View<R> view, R row) {
        var place = place(view, row.id());
        if (LengthBound.of(row) > StoredRow.JSON_LENGTH_MAX) {
            requireToFit(row);
        }
        written.put(place, new Written(row, row.keys(), position));
    }

    @Override
    public void remove(View<?> view, String id) {
        var place = place(view, id);
        var here = here(place);
        if (here == null) {
            var known = known(view, place);
            if (known.row() != null) {
                written.put(place, new Written(null, known.keys(), position));
            }
        } else if (here.row() != null) {
            written.put(place, new Written(null, here.keys(), position));
        }
    }

    private static void requireToFit(Row row) {
        var length = Json.write(row).length();
        if (length > StoredRow.JSON_LENGTH_MAX) {
            throw new IllegalArgumentException(
                    "A row of " + length + " characters is over the limit of " + StoredRow.JSON_LENGTH_MAX + ".");
        }
    }

    private static <R extends Row> void find(
            View<R> view, String key, String id, @Nullable Written here, Map<String, R> found) {
        found.remove(id);
        if (here != null && here.row() != null && here.keys().contains(key)) {
            found.put(id, view.rows().cast(here.row()));
        }
    }

    /** What is stored, or that nothing is. */
    private RowCache.Known known(View<?> view, Place place) {
        var cached = cache.row(place);
        if (cached != null) {
            return cached;
        }
        var stored = asking(() -> store.get(place.view(), place.id()));
        return cache.read(place, stored.map(row -> known(view, row)).orElse(RowCache.NOTHING));
    }

    /** The stored rows that have a key. */
    private List<RowCache.Known> stored(View<?> view, Place key) {
        var cached = cache.keyed(key);
        if (cached != null) {
            return cached;
        }
        var found = new ArrayList<RowCache.Known>();
        for (var row : asking(() -> store.find(key.view(), key.id()))) {
            var place = new Place(row.view(), row.id());
            var known = cache.row(place);
            found.add(known != null && known.row() != null ? known : cache.read(place, known(view, row)));
        }
        cache.read(key, found);
        return found;
    }

    private static RowCache.Known known(View<?> view, StoredRow row) {
        return new RowCache.Known(
                Json.read(row.json(), view.rows()),
                Set.copyOf(row.keys()),
                row.json().length());
    }

    private Place place(View<?> view, String id) {
        if (!views.contains(view)) {
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
