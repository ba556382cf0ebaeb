package org.tansiq.projections.shared;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tansiq.domain.shared.Fact;

/** Rows in two maps, to fold into in tests. */
public final class RowsInMemory implements Rows {
    private final Map<String, Map<String, Row>> views = new TreeMap<>();
    private long position;

    /** Folds events in order, each one twice: a projection must not mind. */
    public static RowsInMemory fold(Projection projection, List<? extends Fact> facts) {
        var rows = new RowsInMemory();
        for (var fact : facts) {
            projection.apply(new Recorded(rows.position, fact), rows);
            projection.apply(new Recorded(rows.position, fact), rows);
            rows.position++;
        }
        return rows;
    }

    public <R extends Row> List<R> all(View<R> view) {
        return in(view).values().stream().map(view.rows()::cast).toList();
    }

    @Override
    public <R extends Row> Optional<R> get(View<R> view, String id) {
        return Optional.ofNullable(in(view).get(id)).map(view.rows()::cast);
    }

    @Override
    public <R extends Row> List<R> find(View<R> view, String key) {
        return all(view).stream()
                .filter(row -> row.keys().contains(key))
                .sorted(Comparator.comparing(Row::id))
                .toList();
    }

    @Override
    public <R extends Row> void put(View<R> view, R row) {
        in(view).put(row.id(), row);
    }

    @Override
    public void remove(View<?> view, String id) {
        in(view).remove(id);
    }

    private Map<String, Row> in(View<?> view) {
        return views.computeIfAbsent(view.name(), name -> new TreeMap<>());
    }
}
