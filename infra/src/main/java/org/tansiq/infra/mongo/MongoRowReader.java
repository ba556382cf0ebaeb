package org.tansiq.infra.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Indexes.ascending;
import static org.tansiq.infra.mongo.MongoRowStore.reaching;

import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.tansiq.infra.rows.Changes;
import org.tansiq.infra.rows.Parked;
import org.tansiq.infra.rows.RowReader;
import org.tansiq.infra.rows.Serving;
import org.tansiq.infra.rows.StoredRow;

/**
 * Reads the rows of one generation in MongoDB.
 *
 * @param serving how far it was when it was last looked at; only what is before that is told as changes
 */
record MongoRowReader(MongoCollection<Document> rows, MongoCollection<Document> parkedEvents, Serving serving)
        implements RowReader {
    private long generation() {
        return serving.progress().generation();
    }

    private Bson in(String view) {
        return and(eq("generation", generation()), eq("view", view));
    }

    private String prefix(String view) {
        return MongoRowDocuments.prefix(generation(), view);
    }

    @Override
    public Optional<StoredRow> get(String view, String id) {
        return reaching(() -> Optional.ofNullable(rows.find(and(eq("_id", prefix(view) + id), eq("removed", false)))
                        .first())
                .map(MongoRowDocuments::row));
    }

    @Override
    public List<StoredRow> find(String view, String key) {
        return reaching(() -> rows.find(and(in(view), eq("keys", key), eq("removed", false)))
                .sort(ascending("id"))
                .map(MongoRowDocuments::row)
                .into(new ArrayList<>()));
    }

    @Override
    public List<StoredRow> find(String view, String key, @Nullable String after, int limit) {
        return reaching(() -> rows.find(
                        and(in(view), eq("keys", key), eq("removed", false), gt("id", after == null ? "" : after)))
                .sort(ascending("id"))
                .limit(limit)
                .map(MongoRowDocuments::row)
                .into(new ArrayList<>()));
    }

    /** Stops before a batch that is not finished: a reader who saw part of it would go on past the rest. */
    @Override
    public List<StoredRow> changes(String view, String key, long after, int limit) {
        return reaching(() -> new Changes(serving, after)
                .told(limit, most -> later(view, key, after, most), at -> at(view, key, at)));
    }

    private List<StoredRow> at(String view, String key, long position) {
        return rows.find(and(in(view), eq("keys", key), eq("position", position)))
                .map(MongoRowDocuments::row)
                .into(new ArrayList<>());
    }

    private List<StoredRow> later(String view, String key, long after, int limit) {
        var changed = and(
                in(view),
                eq("keys", key),
                gt("position", after),
                lt("position", serving.progress().next()));
        var found = new ArrayList<StoredRow>();
        try (var cursor = rows.find(changed).sort(ascending("position", "id")).cursor()) {
            while (cursor.hasNext()) {
                var row = MongoRowDocuments.row(cursor.next());
                if (found.size() >= limit && (found.isEmpty() || found.getLast().position() != row.position())) {
                    break;
                }
                found.add(row);
            }
        }
        return found;
    }

    @Override
    public void scan(String view, Consumer<StoredRow> visitor) {
        reaching(() -> {
            rows.find(and(from(view, null), eq("removed", false)))
                    .sort(ascending("_id"))
                    .map(MongoRowDocuments::row)
                    .forEach(visitor);
            return true;
        });
    }

    @Override
    public List<StoredRow> page(String view, @Nullable String after, int limit) {
        return reaching(() -> rows.find(from(view, after))
                .sort(ascending("_id"))
                .limit(limit)
                .map(MongoRowDocuments::row)
                .into(new ArrayList<>()));
    }

    /** The ids of a view lie side by side: {@code 0} comes right after the slash that ends what they begin with. */
    private Bson from(String view, @Nullable String after) {
        var prefix = prefix(view);
        var end = prefix.substring(0, prefix.length() - 1) + "0";
        return and(after == null ? gte("_id", prefix) : gt("_id", prefix + after), lt("_id", end));
    }

    @Override
    public List<Parked> parked() {
        return reaching(() -> parkedEvents
                .find(and(eq("generation", generation()), eq("gone", false)))
                .sort(ascending("position"))
                .map(MongoRowDocuments::parked)
                .into(new ArrayList<>()));
    }

    @Override
    public long waiting() {
        return reaching(() -> parkedEvents.countDocuments(
                and(eq("generation", generation()), eq("gone", false), eq("state", Parked.State.WAITING.name()))));
    }
}
