package org.tansiq.projections.shared;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows that are kept nowhere: what projections show of the log as it once was. For one thread. */
public final class RowsInMemory implements Rows {
    private static final Comparator<Row> BY_ID = Comparator.comparing(Row::id, RowOrder.OF_IDS);

    private final Map<String, Kept> views = new HashMap<>();
    /** What puts back how it was before the event that is being folded. */
    private @Nullable List<Runnable> undoing;

    /** A row and the keys that find it. */
    private static final class Entry {
        Row row;
        Set<String> keys;

        Entry(Row row, Set<String> keys) {
            this.row = row;
            this.keys = keys;
        }
    }

    private static final class Kept {
        private final Map<String, Entry> byId = new HashMap<>();
        private final Map<String, Map<String, Entry>> byKey = new HashMap<>();

        @Nullable
        Row put(Row row) {
            var keys = row.keys();
            var entry = byId.get(row.id());
            if (entry == null) {
                entry = new Entry(row, keys);
                byId.put(row.id(), entry);
                find(entry, keys);
                return null;
            }
            var old = entry.row;
            if (!entry.keys.equals(keys)) {
                lose(row.id(), entry.keys);
                find(entry, keys);
                entry.keys = keys;
            }
            entry.row = row;
            return old;
        }

        @Nullable
        Row remove(String id) {
            var entry = byId.remove(id);
            if (entry == null) {
                return null;
            }
            lose(id, entry.keys);
            return entry.row;
        }

        private void find(Entry entry, Set<String> keys) {
            for (var key : keys) {
                byKey.computeIfAbsent(key, any -> new HashMap<>()).put(entry.row.id(), entry);
            }
        }

        private void lose(String id, Set<String> keys) {
            for (var key : keys) {
                var found = byKey.getOrDefault(key, Map.of());
                found.remove(id);
                if (found.isEmpty()) {
                    byKey.remove(key);
                }
            }
        }
    }

    /**
     * Folds an event in, wholly or not at all.
     *
     * @throws RuntimeException what the projection threw, and errors likewise; then nothing is kept of what it wrote
     */
    public void fold(Projection projection, Recorded event) {
        var undo = new ArrayList<Runnable>();
        undoing = undo;
        try {
            projection.apply(event, this);
        } catch (RuntimeException | Error failure) {
            undo.reversed().forEach(Runnable::run);
            throw failure;
        } finally {
            undoing = null;
        }
    }

    /** In the order of their ids. */
    public <R extends Row> List<R> all(View<R> view) {
        return inOrder(view, in(view).byId.values());
    }

    @Override
    public <R extends Row> Optional<R> get(View<R> view, String id) {
        return Optional.ofNullable(in(view).byId.get(id))
                .map(entry -> view.rows().cast(entry.row));
    }

    @Override
    public <R extends Row> List<R> find(View<R> view, String key) {
        return inOrder(view, in(view).byKey.getOrDefault(key, Map.of()).values());
    }

    @Override
    public <R extends Row> void put(View<R> view, R row) {
        var kept = in(view);
        var old = kept.put(row);
        undo(old == null ? () -> kept.remove(row.id()) : () -> kept.put(old));
    }

    @Override
    public void remove(View<?> view, String id) {
        var kept = in(view);
        var old = kept.remove(id);
        if (old != null) {
            undo(() -> kept.put(old));
        }
    }

    private void undo(Runnable step) {
        if (undoing != null) {
            undoing.add(step);
        }
    }

    private static <R extends Row> List<R> inOrder(View<R> view, Collection<Entry> found) {
        return found.stream()
                .map(entry -> entry.row)
                .sorted(BY_ID)
                .map(view.rows()::cast)
                .toList();
    }

    private Kept in(View<?> view) {
        return views.computeIfAbsent(view.name(), name -> new Kept());
    }
}
