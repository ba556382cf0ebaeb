package org.tansiq.infra.mongo;

import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.tansiq.infra.rows.Belated;
import org.tansiq.infra.rows.Parked;
import org.tansiq.infra.rows.Progress;
import org.tansiq.infra.rows.Serving;
import org.tansiq.infra.rows.StoredRow;

/** Rows, parked events and how far they are, as documents. */
final class MongoRowDocuments {
    private MongoRowDocuments() {}

    /** What the ids of a view's rows begin with. */
    static String prefix(long generation, String view) {
        return generation + "/" + view + "/";
    }

    static Document document(long generation, StoredRow row) {
        return new Document("_id", prefix(generation, row.view()) + row.id())
                .append("generation", generation)
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

    static Document document(long generation, Parked parked) {
        return new Document("_id", generation + "/" + parked.position())
                .append("generation", generation)
                .append("projection", parked.projection())
                .append("position", parked.position())
                .append("gone", false)
                .append("event", parked.event())
                .append("coalition", parked.coalition())
                .append("error", parked.error())
                .append("message", parked.message())
                .append("since", parked.since().toEpochMilli())
                .append("state", parked.state().name())
                .append("reason", parked.reason());
    }

    /** What is left of one that is parked no more, so that who comes late does not park it again. */
    static Document released(long generation, long position) {
        return new Document("_id", generation + "/" + position)
                .append("generation", generation)
                .append("position", position)
                .append("gone", true);
    }

    static Parked parked(Document document) {
        return new Parked(
                document.getString("projection"),
                document.getLong("position"),
                document.getString("event"),
                document.getString("coalition"),
                document.getString("error"),
                document.getString("message"),
                Instant.ofEpochMilli(document.getLong("since")),
                Parked.State.valueOf(document.getString("state")),
                document.getString("reason"));
    }

    static Progress progress(Document slot) {
        return new Progress(slot.getLong("generation"), slot.getLong("next"));
    }

    static Serving serving(Document slot) {
        return new Serving(
                progress(slot),
                slot.getList("belated", Document.class).stream()
                        .map(late -> new Belated(late.getLong("numbered"), late.getLong("seen")))
                        .toList(),
                slot.getLong("repairs"));
    }

    static List<Document> belated(List<Belated> belated) {
        return belated.stream()
                .map(late -> new Document("numbered", late.numbered()).append("seen", late.seen()))
                .toList();
    }

    /** At least the bytes that the row takes in a document; three for each UTF-16 unit is the most there can be. */
    static long bytesMax(StoredRow row) {
        var units = row.json().length() + 2L * (row.view().length() + row.id().length());
        for (var key : row.keys()) {
            units += key.length() + 8L;
        }
        return 3 * units + 200;
    }

    static List<Document> documents(long generation, List<StoredRow> rows) {
        return rows.stream().map(row -> document(generation, row)).toList();
    }
}
