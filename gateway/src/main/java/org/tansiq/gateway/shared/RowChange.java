package org.tansiq.gateway.shared;

import java.util.Optional;
import org.tansiq.gateway.rights.Sight;
import org.tansiq.infra.rows.StoredRow;
import org.tansiq.projections.shared.View;

/** One change of a view, in the words of the sockets and of {@code …/changes}. */
public final class RowChange {
    private RowChange() {}

    /** What a reader is told of it, if anything: that it is so now, or, if they knew of it, that it is there no more. */
    public static Optional<String> of(View<?> view, StoredRow row, Sight sight) {
        var json = row.removed() ? Optional.<String>empty() : sight.json(view, row);
        if (json.isPresent()) {
            return Optional.of(head(row, "put") + ",\"row\":" + json.get() + "}");
        }
        return sight.hearsOfEnd(view, row) ? Optional.of(head(row, "remove") + "}") : Optional.empty();
    }

    private static String head(StoredRow row, String op) {
        return "{\"position\":" + row.position() + ",\"op\":\"" + op + "\",\"id\":\"" + escaped(row.id()) + "\"";
    }

    private static String escaped(String id) {
        return id.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
