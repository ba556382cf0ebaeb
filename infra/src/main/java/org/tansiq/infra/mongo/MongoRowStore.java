package org.tansiq.infra.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.tansiq.infra.rows.Batch;
import org.tansiq.infra.rows.Parked;
import org.tansiq.infra.rows.Progress;
import org.tansiq.infra.rows.ProgressMoved;
import org.tansiq.infra.rows.RowStore;
import org.tansiq.infra.rows.RowStoreFailure;
import org.tansiq.infra.rows.StoredRow;

/**
 * Rows in MongoDB, without transactions. One compare-and-set on the projection's document decides a batch and holds its
 * rows; then they are put in their places, and only then do readers hear of the new position. Whoever finds a batch
 * decided and not finished finishes it: the same rows again change nothing, for a row never gives way to an older event's.
 *
 * <p>Why the rows are decided first: were they written first, a runner that died between would leave rows from the
 * future, and the events applied again would be folded over those and could set rows that nobody ever meant.
 *
 * <p>The connection is the caller's, to be closed after this.
 */
public final class MongoRowStore implements RowStore {
    private static final String READY = "ready";
    private static final String WRITING = "writing";
    private static final String RESETTING = "resetting";

    private final MongoCollection<Document> rows;
    private final MongoCollection<Document> projections;
    private final MongoCollection<Document> parkedEvents;
    private final MongoRowBatches batches;

    MongoRowStore(
            MongoCollection<Document> rows,
            MongoCollection<Document> projections,
            MongoCollection<Document> parkedEvents,
            MongoRowBatches batches) {
        this.rows = rows;
        this.projections = projections;
        this.parkedEvents = parkedEvents;
        this.batches = batches;
    }

    /** Makes the collections' indexes if they are not there. */
    public static MongoRowStore open(MongoDatabase database) {
        var batches = collection(database, "row_batches");
        var store = new MongoRowStore(
                collection(database, "rows"),
                collection(database, "projections"),
                collection(database, "parked"),
                new MongoRowBatches(batches));
        return reaching(() -> {
            store.rows.createIndex(ascending("view", "keys", "removed", "id"));
            store.rows.createIndex(ascending("view", "keys", "position", "id"));
            store.parkedEvents.createIndex(ascending("projection", "position"));
            batches.createIndex(ascending("projection", "from"));
            batches.createIndex(ascending("batch"));
            return store;
        });
    }

    /** What is durable does not hang on how a connection string is spelled. */
    static MongoCollection<Document> collection(MongoDatabase database, String name) {
        return database.getCollection(name)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary());
    }

    @Override
    public Progress progress(String projection) {
        return reaching(() -> standing(projection)).map(MongoRowStore::progress).orElse(Progress.NONE);
    }

    @Override
    public Progress resume(String projection) {
        return reaching(() -> {
            standing(projection).ifPresent(this::finish);
            var progress = progress(projection);
            batches.clear(projection, progress.next());
            return progress;
        });
    }

    @Override
    public void write(Batch batch) {
        reaching(() -> {
            finish(decide(batch));
            return true;
        });
    }

    /** The one step after which the batch will be, whoever finishes it; leaves the projection's document as it is then. */
    Document decide(Batch batch) {
        var prepared = batches.prepare(batch);
        var decided = projections.updateOne(
                and(at(batch.projection(), batch.expected()), eq("state", READY)),
                combine(set("state", WRITING), set("batch", prepared)));
        if (decided.getMatchedCount() == 0) {
            batches.discard(prepared);
            standing(batch.projection()).ifPresent(this::finish);
            throw new ProgressMoved(batch.projection(), batch.expected());
        }
        return new Document("_id", batch.projection()).append("state", WRITING).append("batch", prepared);
    }

    @Override
    public void reset(String projection, Collection<String> views, Progress expected, int version) {
        reaching(() -> {
            finish(beginReset(projection, List.copyOf(views), expected, version));
            return true;
        });
    }

    Document beginReset(String projection, List<String> views, Progress expected, int version) {
        var fresh = new Document("_id", projection)
                .append("version", version)
                .append("next", 0L)
                .append("state", RESETTING)
                .append("views", views);
        try {
            var known = standing(projection).isPresent();
            if (!known && expected.equals(Progress.NONE)) {
                projections.insertOne(fresh);
                return fresh;
            }
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
        if (projections.replaceOne(at(projection, expected), fresh).getMatchedCount() == 0) {
            throw new ProgressMoved(projection, expected);
        }
        return fresh;
    }

    @Override
    public Optional<StoredRow> get(String view, String id) {
        return reaching(() -> Optional.ofNullable(rows.find(
                                and(eq("_id", MongoRowDocuments.id(view, id)), eq("removed", false)))
                        .first())
                .map(MongoRowDocuments::row));
    }

    @Override
    public List<StoredRow> find(String view, String key) {
        return reaching(() -> rows.find(and(eq("view", view), eq("keys", key), eq("removed", false)))
                .sort(ascending("id"))
                .map(MongoRowDocuments::row)
                .into(new ArrayList<>()));
    }

    /** Stops before a batch that is not finished: a reader who saw part of it would go on past the rest. */
    @Override
    public List<StoredRow> changes(String view, String key, long after, int limit) {
        return reaching(() -> {
            var projection = projections.find(eq("views", view)).first();
            if (projection == null) {
                return List.of();
            }
            var changed = and(
                    eq("view", view),
                    eq("keys", key),
                    gt("position", after),
                    lt("position", projection.getLong("next")));
            var found = new ArrayList<StoredRow>();
            try (var cursor =
                    rows.find(changed).sort(ascending("position", "id")).cursor()) {
                while (cursor.hasNext()) {
                    var row = MongoRowDocuments.row(cursor.next());
                    if (found.size() >= limit
                            && (found.isEmpty() || found.getLast().position() != row.position())) {
                        break;
                    }
                    found.add(row);
                }
            }
            return found;
        });
    }

    @Override
    public void scan(String view, Consumer<StoredRow> visitor) {
        reaching(() -> {
            rows.find(and(eq("view", view), eq("removed", false)))
                    .sort(ascending("_id"))
                    .map(MongoRowDocuments::row)
                    .forEach(visitor);
            return true;
        });
    }

    @Override
    public List<Parked> parked(String projection) {
        return reaching(() -> parkedEvents
                .find(eq("projection", projection))
                .sort(ascending("position"))
                .map(MongoRowDocuments::parked)
                .into(new ArrayList<>()));
    }

    @Override
    public void close() {}

    private Optional<Document> standing(String projection) {
        return Optional.ofNullable(projections.find(eq("_id", projection)).first());
    }

    private static Progress progress(Document projection) {
        return new Progress(projection.getInteger("version"), projection.getLong("next"));
    }

    private static Bson at(String projection, Progress expected) {
        return and(eq("_id", projection), eq("version", expected.version()), eq("next", expected.next()));
    }

    /** Does what was decided. Several may do so at once, and each of them again. */
    void finish(Document projection) {
        switch (projection.getString("state")) {
            case WRITING -> finishBatch(projection.getString("_id"), projection.get("batch", Document.class));
            case RESETTING -> finishReset(projection);
            default -> {}
        }
    }

    private void finishBatch(String projection, Document batch) {
        for (var i = 0; i < MongoRowBatches.parts(batch); i++) {
            var part = batches.part(batch, i);
            if (part.isEmpty()) {
                return;
            }
            put(part.get());
        }
        for (var event : batch.getList("parked", Document.class)) {
            parkedEvents.replaceOne(eq("_id", event.get("_id")), event, new ReplaceOptions().upsert(true));
        }
        var next = batch.getLong("next");
        projections.updateOne(
                and(eq("_id", projection), eq("batch.id", batch.getObjectId("id"))),
                combine(set("state", READY), set("next", next), unset("batch")));
        if (batch.getInteger("chunks") > 0) {
            batches.clear(projection, next);
        }
    }

    /** A row that is there already, or a later one in its place, shows as a duplicate key: it stays as it is. */
    private void put(List<Document> batch) {
        if (batch.isEmpty()) {
            return;
        }
        var puts = batch.stream()
                .map(row -> new ReplaceOneModel<>(
                        and(eq("_id", row.get("_id")), lt("position", row.getLong("position"))),
                        row,
                        new ReplaceOptions().upsert(true)))
                .toList();
        try {
            rows.bulkWrite(puts, new BulkWriteOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            if (e.getWriteConcernError() != null
                    || !e.getWriteErrors().stream().allMatch(MongoRowStore::isDuplicateKey)) {
                throw e;
            }
        }
    }

    private static boolean isDuplicateKey(BulkWriteError error) {
        return error.getCategory() == ErrorCategory.DUPLICATE_KEY;
    }

    private void finishReset(Document projection) {
        var name = projection.getString("_id");
        rows.deleteMany(in("view", projection.getList("views", String.class)));
        parkedEvents.deleteMany(eq("projection", name));
        batches.clear(name);
        projections.updateOne(and(at(name, progress(projection)), eq("state", RESETTING)), set("state", READY));
    }

    private static <T> T reaching(Supplier<T> work) {
        try {
            return work.get();
        } catch (MongoException e) {
            throw new RowStoreFailure("MongoDB: " + e.getMessage(), e);
        }
    }
}
