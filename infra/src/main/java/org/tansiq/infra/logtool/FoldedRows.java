package org.tansiq.infra.logtool;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tansiq.infra.json.Json;
import org.tansiq.infra.rows.StoredRow;
import org.tansiq.projections.shared.Projection;
import org.tansiq.projections.shared.Row;
import org.tansiq.projections.shared.Rows;
import org.tansiq.projections.shared.RowsInMemory;
import org.tansiq.projections.shared.View;

/** The rows of one projection in memory. What one event did to them can be taken back. */
final class FoldedRows implements Rows {
    private final Projection projection;
    private final RowsInMemory rows = new RowsInMemory();
    private final List<Runnable> takingBack = new ArrayList<>();
    private final List<Row> written = new ArrayList<>();

    FoldedRows(Projection projection) {
        this.projection = projection;
    }

    void keep() {
        takingBack.clear();
        written.clear();
    }

    void takeBack() {
        takingBack.reversed().forEach(Runnable::run);
        keep();
    }

    /** Whether the present event wrote nothing that the row stores refuse for its length. */
    boolean fits() {
        return written.stream().allMatch(row -> Json.write(row).length() <= StoredRow.JSON_LENGTH_MAX);
    }

    <R extends Row> List<R> all(View<R> view) {
        return rows.all(view);
    }

    @Override
    public <R extends Row> Optional<R> get(View<R> view, String id) {
        return rows.get(view, id);
    }

    @Override
    public <R extends Row> List<R> find(View<R> view, String key) {
        return rows.find(view, key);
    }

    @Override
    public <R extends Row> void put(View<R> view, R row) {
        remember(view, row.id());
        written.add(row);
        rows.put(view, row);
    }

    @Override
    public void remove(View<?> view, String id) {
        remember(view, id);
        rows.remove(view, id);
    }

    private <R extends Row> void remember(View<R> view, String id) {
        if (!projection.views().contains(view)) {
            throw new IllegalArgumentException(view.name() + " is no view of " + projection.name() + ".");
        }
        var before = rows.get(view, id);
        takingBack.add(() -> before.ifPresentOrElse(row -> rows.put(view, row), () -> rows.remove(view, id)));
    }
}
