package org.tansiq.infra.mongo;

import java.util.List;
import org.bson.Document;
import org.tansiq.infra.rows.Parked;
import org.tansiq.infra.rows.StoredRow;

/** Rows and parked events as documents. */
final class MongoRowDocuments {
    private MongoRowDocuments() {}

    static String id(String view, String id) {
        return view + "/" + id;
    }

    static Document document(StoredRow row) {
        return new Document("_id", id(row.view(), row.id()))
                .append("view", row.view())
                .append("id", row.id())
                .append("position", row.position())
                .append("removed", row.removed())
                .append("keys", row.keys())
                .append("json", row.json());
    }

    static StoredRow row(Document document) {
        return new StoredRow(
                document.getString("view"),
                document.getString("id"),
                document.getLong("position"),
                document.getBoolean("removed"),
                document.getList("keys", String.class),
                document.getString("json"));
    }

    static Document document(Parked parked) {
        return new Document("_id", parked.projection() + "/" + parked.position())
                .append("projection", parked.projection())
                .append("position", parked.position())
                .append("event", parked.event())
                .append("error", parked.error())
                .append("message", parked.message());
    }

    static Parked parked(Document document) {
        return new Parked(
                document.getString("projection"),
                document.getLong("position"),
                document.getString("event"),
                document.getString("error"),
                document.getString("message"));
    }

    /** At least the bytes that the row takes in a document; three for each UTF-16 unit is the most there can be. */
    static long bytesMax(StoredRow row) {
        var units = row.json().length() + 2L * (row.view().length() + row.id().length());
        for (var key : row.keys()) {
            units += key.length() + 8L;
        }
        return 3 * units + 200;
    }

    static List<Document> documents(List<StoredRow> rows) {
        return rows.stream().map(MongoRowDocuments::document).toList();
    }
}
