package org.tansiq.infra.faults;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tansiq.infra.json.Json;
import org.tansiq.infra.rows.Edition;
import org.tansiq.infra.rows.EventSource;
import org.tansiq.infra.rows.RowStore;
import org.tansiq.infra.wiring.Projections;
import org.tansiq.projections.shared.Projection;
import org.tansiq.projections.shared.RowsInMemory;
import org.tansiq.projections.shared.View;

/** Every row of every view as text, keys and JSON, to be compared. */
final class Folded {
    private static final int READ_EVENTS = 1_000;

    private Folded() {}

    static Map<String, String> stored(RowStore rows) {
        return stored(rows, Projections.all());
    }

    static Map<String, String> stored(RowStore rows, Collection<Projection> projections) {
        var all = new TreeMap<String, String>();
        for (var projection : projections) {
            var serving = rows.serving(Edition.of(projection));
            for (var view : projection.views()) {
                serving.scan(view.name(), row -> all.put(view.name() + "/" + row.id(), row.keys() + " " + row.json()));
            }
        }
        return all;
    }

    /** Folds the log anew, in memory. */
    static Map<String, String> fresh(EventSource log) {
        return fresh(log, Projections.all(), Set.of());
    }

    /** As if the events at these positions were not there. */
    static Map<String, String> fresh(EventSource log, Collection<Projection> projections, Set<Long> without) {
        var rows = new RowsInMemory();
        var next = 0L;
        for (var more = log.read(0, READ_EVENTS); !more.isEmpty(); more = log.read(next, READ_EVENTS)) {
            for (var event : more) {
                if (!without.contains(event.position())) {
                    projections.forEach(projection -> projection.apply(event, rows));
                }
                next = event.position() + 1;
            }
        }
        var all = new TreeMap<String, String>();
        projections.forEach(projection -> projection.views().forEach(view -> add(rows, view, all)));
        return all;
    }

    private static void add(RowsInMemory rows, View<?> view, Map<String, String> all) {
        for (var row : rows.all(view)) {
            all.put(view.name() + "/" + row.id(), new TreeSet<>(row.keys()) + " " + Json.write(row));
        }
    }
}
