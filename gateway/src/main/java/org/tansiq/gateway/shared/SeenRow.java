package org.tansiq.gateway.shared;

import java.util.Optional;
import org.tansiq.gateway.rights.Reader;
import org.tansiq.infra.json.Json;
import org.tansiq.infra.rows.StoredRow;
import org.tansiq.projections.members.MemberRow;

/** A row as its reader sees it. */
final class SeenRow {
    private SeenRow() {}

    /** The row's JSON; nothing if it is not for this reader. */
    static Optional<String> json(Reader reader, PublishedView view, StoredRow row) {
        return reader.readsAll() || view != PublishedView.MEMBERS
                ? Optional.of(row.json())
                : Json.read(row.json(), MemberRow.class)
                        .seenFromOutside(reader.who().organization().value())
                        .map(Json::write);
    }
}
