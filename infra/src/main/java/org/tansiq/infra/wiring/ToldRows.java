package org.tansiq.infra.wiring;

import org.tansiq.infra.json.Json;
import org.tansiq.infra.keys.SealedRows;
import org.tansiq.projections.shared.Row;
import org.tansiq.projections.shared.View;

/** Rows as they are told: their sealed texts opened. */
final class ToldRows {
    private final SealedRows sealed;

    ToldRows(SealedRows sealed) {
        this.sealed = sealed;
    }

    String json(String kept) {
        return sealed.open(kept);
    }

    <R extends Row> R row(View<R> view, String kept) {
        return Json.read(json(kept), view.rows());
    }
}
