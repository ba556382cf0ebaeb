package org.tansiq.gateway.shared;

import org.tansiq.infra.rows.StoredRow;

/** One change of a view, in the words of the sockets and of {@code …/changes}. */
public final class RowChange {
    private RowChange() {}

    public static String of(StoredRow row) {
        var head = "{\"position\":" + row.position() + ",\"op\":\"" + (row.removed() ? "remove" : "put")
                + "\",\"id\":\"" + escaped(row.id()) + "\"";
        return row.removed() ? head + "}" : head + ",\"row\":" + row.json() + "}";
    }

    private static String escaped(String id) {
        return id.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
