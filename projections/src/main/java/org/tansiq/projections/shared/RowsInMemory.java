package org.tansiq.projections.shared;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Rows that are kept nowhere: what projections show of the log as it once was. For one thread. */
public final class RowsInMemory implements Rows {
    private final Map<String, Kept> views = new HashMap<>();

    private static final class Kept {
        private final Map<String, Row> byId = new TreeMap<>();
        private final Map<String, Map<String, Row>> byKey = new HashMap<>();

        void put(Row row) {
            remove(row.id());
            byId.put(row.id(), row);
            row.keys()
                    .forEach(key ->
                            byKey.computeIfAbsent(key, any -> new TreeMap<>()).put(row.id(), row));
        }

        void remove(String id) {
            @Nullable Row old = byId.remove(id);
            (old == null ? Set.<String>of() : old.keys())
                    .forEach(key -> found(key).remove(id));
        }

        Map<String, Row> found(String key) {
            return byKey.getOrDefault(key, Map.of());
        }
    }

    public <R extends Row> List<R> all(View<R> view) {
        return in(view).byId.values().stream().map(view.rows()::cast).toList();
    }

    @Override
    public <R extends Row> Optional<R> get(View<R> view, String id) {
        return Optional.ofNullable(in(view).byId.get(id)).map(view.rows()::cast);
    }

    @Override
    public <R extends Row> List<R> find(View<R> view, String key) {
        return in(view).found(key).values().stream().map(view.rows()::cast).toList();
    }

    @Override
    public <R extends Row> void put(View<R> view, R row) {
        in(view).put(row);
    }

    @Override
    public void remove(View<?> view, String id) {
        in(view).remove(id);
    }

    private Kept in(View<?> view) {
        return views.computeIfAbsent(view.name(), name -> new Kept());
    }
}
