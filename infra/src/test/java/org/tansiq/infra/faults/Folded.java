package org.tansiq.infra.faults;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tansiq.infra.json.Json;
import org.tansiq.infra.rows.EventSource;
import org.tansiq.infra.rows.RowStore;
import org.tansiq.projections.actions.Calendar;
import org.tansiq.projections.actions.Coverage;
import org.tansiq.projections.members.MembersProjection;
import org.tansiq.projections.resources.Inventory;
import org.tansiq.projections.shared.Projection;
import org.tansiq.projections.shared.RowsInMemory;
import org.tansiq.projections.shared.View;
import org.tansiq.projections.tasks.TaskBoard;

/** Every row of every view as text, keys and JSON, to be compared. */
final class Folded {
    private static final int READ_EVENTS = 1_000;

    private Folded() {}

    static List<Projection> projections() {
        return List.of(new MembersProjection(), new TaskBoard(), new Calendar(), new Coverage(), new Inventory());
    }

    static Map<String, String> stored(RowStore rows) {
        var all = new TreeMap<String, String>();
        for (var projection : projections()) {
            for (var view : projection.views()) {
                rows.scan(view.name(), row -> all.put(view.name() + "/" + row.id(), row.keys() + " " + row.json()));
            }
        }
        return all;
    }

    /** Folds the log anew, in memory. */
    static Map<String, String> fresh(EventSource log) {
        return fresh(log, projections(), Set.of());
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
