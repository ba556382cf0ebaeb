package org.tansiq.infra.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
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
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.tansiq.infra.rows.Batch;
import org.tansiq.infra.rows.Belated;
import org.tansiq.infra.rows.Edition;
import org.tansiq.infra.rows.Lease;
import org.tansiq.infra.rows.LeaseLost;
import org.tansiq.infra.rows.Outcome;
import org.tansiq.infra.rows.Progress;
import org.tansiq.infra.rows.ProgressMoved;
import org.tansiq.infra.rows.Rebuilding;
import org.tansiq.infra.rows.Request;
import org.tansiq.infra.rows.RowReader;
import org.tansiq.infra.rows.RowStore;
import org.tansiq.infra.rows.RowStoreFailure;
import org.tansiq.infra.rows.Serving;
import org.tansiq.infra.rows.Standing;

/**
 * Rows in MongoDB, without transactions. An edition is one document: its lease, the generation that serves and the one
 * that is built, and what is asked of its holder; so that whatever has to happen in one step is a compare-and-set there.
 * One such step decides a batch and holds its rows; then they are put in their places, and only then do readers hear of
 * the new position. Whoever finds a batch decided and not finished finishes it: the same rows again change nothing, for a
 * row never gives way to what an earlier batch wrote.
 *
 * <p>Why the rows are decided first: were they written first, a runner that died between would leave rows from the
 * future, and the events applied again would be folded over those and could set rows that nobody ever meant.
 *
 * <p>The connection is the caller's, to be closed after this.
 */
public final class MongoRowStore implements RowStore {
    private static final String SERVING = "serving";
    private static final String BUILDING = "building";
    private static final List<String> SLOTS = List.of(SERVING, BUILDING);
    private static final Bson WITHOUT_BATCHES =
            exclude("serving.batch.rows", "serving.batch.parked", "building.batch.rows", "building.batch.parked");
    private static final int ROWS_DROPPED_AT_ONCE = 2_000;

    private final MongoCollection<Document> rows;
    private final MongoCollection<Document> editions;
    private final MongoCollection<Document> generations;
    private final MongoCollection<Document> parkedEvents;
    private final MongoRowBatches batches;
    private final Map<Edition, Serving> lately = new ConcurrentHashMap<>();

    MongoRowStore(MongoDatabase database, MongoRowBatches batches) {
        this.rows = collection(database, "projection_rows");
        this.editions = collection(database, "projection_editions");
        this.generations = collection(database, "projection_generations");
        this.parkedEvents = collection(database, "projection_parked");
        this.batches = batches;
    }

    /** Makes the collections' indexes if they are not there. */
    public static MongoRowStore open(MongoDatabase database) {
        var chunks = chunks(database);
        var store = new MongoRowStore(database, new MongoRowBatches(chunks));
        return reaching(() -> {
            store.rows.createIndex(ascending("generation", "view", "keys", "removed", "id"));
            store.rows.createIndex(ascending("generation", "view", "keys", "position", "id"));
            store.parkedEvents.createIndex(ascending("generation", "position"));
            store.generations.createIndex(ascending("edition"));
            store.editions.createIndex(ascending("projection"));
            chunks.createIndex(ascending("generation"));
            chunks.createIndex(ascending("batch"));
            return store;
        });
    }

    static MongoCollection<Document> chunks(MongoDatabase database) {
        return collection(database, "projection_batches");
    }

    /** What is durable does not hang on how a connection string is spelled. */
    static MongoCollection<Document> collection(MongoDatabase database, String name) {
        return database.getCollection(name)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary());
    }

    @Override
    public boolean isShared() {
        return true;
    }

    @Override
    public Standing standing(Edition edition) {
        return reaching(
                () -> found(edition).map(found -> standing(edition, found)).orElse(Standing.none(edition)));
    }

    @Override
    public List<Edition> editions(String projection) {
        return reaching(() -> editions.find(eq("projection", projection))
                .projection(include("projection", "version"))
                .map(found -> new Edition(found.getString("projection"), found.getInteger("version")))
                .into(new ArrayList<>()));
    }

    @Override
    public Optional<Lease> take(Edition edition, Lease seen, String owner) {
        return reaching(() -> {
            if (seen.equals(Lease.NONE)) {
                insert(edition);
            }
            var taken = seen.takenBy(owner);
            var matched = editions.updateOne(
                            and(
                                    is(edition),
                                    eq("lease.owner", seen.owner()),
                                    eq("lease.term", seen.term()),
                                    eq("lease.beat", seen.beat())),
                            combine(set("lease", lease(taken)), unset("retired")))
                    .getMatchedCount();
            if (matched == 0) {
                return Optional.empty();
            }
            dropAnswers(edition);
            return Optional.of(taken);
        });
    }

    private void insert(Edition edition) {
        try {
            if (found(edition).isEmpty()) {
                editions.insertOne(new Document("_id", edition.toString())
                        .append("projection", edition.projection())
                        .append("version", edition.version())
                        .append("lease", lease(Lease.NONE))
                        .append("requests", new Document()));
            }
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }

    @Override
    public Optional<Lease> beat(Edition edition, Lease held) {
        var raised = held.raised();
        return reaching(() -> editions.updateOne(heldBy(edition, held), set("lease.beat", raised.beat()))
                                .getMatchedCount()
                        == 0
                ? Optional.empty()
                : Optional.of(raised));
    }

    @Override
    public void giveUp(Edition edition, Lease held) {
        reaching(() -> editions.updateOne(heldBy(edition, held), set("lease.owner", "")));
    }

    @Override
    public Standing resume(Edition edition) {
        return reaching(() -> {
            finish(edition);
            var standing = standing(edition);
            for (var progress : inUse(standing)) {
                register(edition, progress.generation());
                batches.clear(progress.generation());
            }
            return standing;
        });
    }

    @Override
    public Progress begin(Edition edition, long term) {
        return reaching(() -> {
            var generation = newGeneration(edition);
            var begun = new Progress(generation, 0);
            var matched = editions.updateOne(
                            under(edition, term),
                            set(
                                    BUILDING,
                                    new Document("generation", generation)
                                            .append("next", 0L)
                                            .append("writes", 0L)
                                            .append("repairs", 0L)
                                            .append("belated", List.of())))
                    .getMatchedCount();
            if (matched == 0) {
                throw new LeaseLost(edition, term);
            }
            register(edition, generation);
            return begun;
        });
    }

    @Override
    public void write(Batch batch) {
        reaching(() -> {
            var decided = decide(batch);
            finish(batch.edition(), decided.slot(), decided.content());
            return true;
        });
    }

    /** A batch that will be kept, whoever finishes it: the slot of its generation, and that as it is then. */
    record Decided(String slot, Document content) {}

    /** The one step after which the batch will be. */
    Decided decide(Batch batch) {
        var prepared = batches.prepare(batch);
        for (var slot : SLOTS) {
            var decided = editions.findOneAndUpdate(
                    and(under(batch.edition(), batch.term()), at(slot, batch.from())),
                    combine(set(slot + ".batch", prepared), inc(slot + ".writes", 1L)),
                    new FindOneAndUpdateOptions().projection(WITHOUT_BATCHES).returnDocument(ReturnDocument.AFTER));
            if (decided != null) {
                return new Decided(slot, decided.get(slot, Document.class).append("batch", prepared));
            }
        }
        batches.discard(prepared);
        throw refused(batch.edition(), batch.term(), batch.from());
    }

    /** Nothing was matched: somebody else has the lease, or a batch lies there unfinished or was finished meanwhile. */
    private RuntimeException refused(Edition edition, long term, Progress expected) {
        var lease = standing(edition).lease();
        return lease.isFree() || lease.term() != term
                ? new LeaseLost(edition, term)
                : new ProgressMoved(edition, expected);
    }

    @Override
    public void prepare(Edition edition, long term, Progress building) {
        reaching(() -> {
            if (editions.countDocuments(and(under(edition, term), at(BUILDING, building))) == 0) {
                throw refused(edition, term, building);
            }
            return true;
        });
    }

    @Override
    public void serve(Edition edition, long term, Progress building, @Nullable Belated differing) {
        reaching(() -> {
            var belated = MongoRowDocuments.belated(differing == null ? List.of() : List.of(differing));
            var writes = found(edition)
                    .map(found -> found.get(BUILDING, Document.class))
                    .map(slot -> slot.getLong("writes"))
                    .orElse(0L);
            var serving = new Document("generation", building.generation())
                    .append("next", building.next())
                    .append("writes", writes)
                    .append("repairs", 0L)
                    .append("belated", belated);
            var matched = editions.updateOne(
                            and(under(edition, term), at(BUILDING, building)),
                            combine(set(SERVING, serving), unset(BUILDING)))
                    .getMatchedCount();
            if (matched == 0) {
                throw refused(edition, term, building);
            }
            return true;
        });
    }

    @Override
    public void retire(Edition older, Lease seen) {
        reaching(() -> editions.updateOne(
                and(
                        is(older),
                        eq("lease.owner", seen.owner()),
                        eq("lease.term", seen.term()),
                        eq("lease.beat", seen.beat())),
                combine(set("retired", true), unset(SERVING), unset(BUILDING))));
    }

    @Override
    public boolean sweep(Edition edition) {
        return reaching(() -> {
            // These are read first: what is not in use afterwards never will be again.
            var known = generations
                    .find(eq("edition", edition.toString()))
                    .map(found -> found.getLong("_id"))
                    .into(new ArrayList<>());
            var used =
                    inUse(standing(edition)).stream().map(Progress::generation).toList();
            for (var generation : known) {
                if (!used.contains(generation)) {
                    drop(generation);
                    return true;
                }
            }
            editions.deleteOne(and(is(edition), eq("retired", true), exists(SERVING, false), exists(BUILDING, false)));
            return false;
        });
    }

    /** Some of its rows, and once there are none left whatever else there is of it. */
    private void drop(long generation) {
        var ids = rows.find(eq("generation", generation))
                .projection(include("_id"))
                .limit(ROWS_DROPPED_AT_ONCE)
                .map(found -> found.getString("_id"))
                .into(new ArrayList<>());
        rows.deleteMany(in("_id", ids));
        if (ids.size() < ROWS_DROPPED_AT_ONCE) {
            parkedEvents.deleteMany(eq("generation", generation));
            batches.clear(generation);
            generations.deleteOne(eq("_id", generation));
        }
    }

    @Override
    public void ask(Edition edition, Request request) {
        reaching(() -> {
            insert(edition);
            return editions.updateOne(
                    is(edition),
                    set(
                            "requests." + request.id(),
                            new Document("kind", request.kind().name())
                                    .append("position", request.position())
                                    .append("reason", request.reason())));
        });
    }

    @Override
    public void answer(Edition edition, long term, String request, Outcome outcome) {
        reaching(() -> editions.updateOne(
                and(under(edition, term), exists("requests." + request)),
                set("requests." + request + ".outcome", outcome.name())));
    }

    @Override
    public Optional<Outcome> outcome(Edition edition, String request) {
        return reaching(() -> found(edition)
                .map(found -> found.get("requests", Document.class))
                .map(requests -> requests.get(request, Document.class))
                .map(asked -> asked.getString("outcome"))
                .map(Outcome::valueOf));
    }

    @Override
    public void forget(Edition edition, String request) {
        reaching(() -> editions.updateOne(is(edition), unset("requests." + request)));
    }

    /** Those whose askers have died. One who waits still will ask again. */
    private void dropAnswers(Edition edition) {
        found(edition)
                .map(found -> found.get("requests", Document.class))
                .ifPresent(requests -> requests.forEach((id, request) -> {
                    if (((Document) request).containsKey("outcome")) {
                        forget(edition, id);
                    }
                }));
    }

    @Override
    public RowReader serving(Edition edition) {
        return new MongoServingReader(this, edition);
    }

    @Override
    public RowReader generation(long generation) {
        return reader(new Serving(new Progress(generation, Long.MAX_VALUE), List.of(), 0));
    }

    Serving servingNow(Edition edition) {
        var serving = standing(edition).serving();
        if (serving == null) {
            throw new Rebuilding(edition);
        }
        lately.put(edition, serving);
        return serving;
    }

    /** What served when it was last looked at: very likely it still does. */
    Serving servingLately(Edition edition) {
        var known = lately.get(edition);
        return known == null ? servingNow(edition) : known;
    }

    static RowStoreFailure replaced(Edition edition) {
        return new RowStoreFailure(
                "The rows of " + edition + " were replaced while they were being read.", new IllegalStateException());
    }

    MongoRowReader reader(Serving serving) {
        return new MongoRowReader(rows, parkedEvents, serving);
    }

    @Override
    public void close() {}

    private Optional<Document> found(Edition edition) {
        return Optional.ofNullable(
                editions.find(is(edition)).projection(WITHOUT_BATCHES).first());
    }

    private static Standing standing(Edition edition, Document found) {
        var lease = found.get("lease", Document.class);
        var serving = found.get(SERVING, Document.class);
        var building = found.get(BUILDING, Document.class);
        var requests = new ArrayList<Request>();
        found.get("requests", Document.class).forEach((id, content) -> {
            var request = (Document) content;
            if (!request.containsKey("outcome")) {
                requests.add(new Request(
                        id,
                        Request.Kind.valueOf(request.getString("kind")),
                        request.getLong("position"),
                        request.getString("reason")));
            }
        });
        return new Standing(
                edition,
                new Lease(lease.getString("owner"), lease.getLong("term"), lease.getLong("beat")),
                serving == null ? null : MongoRowDocuments.serving(serving),
                building == null ? null : MongoRowDocuments.progress(building),
                requests);
    }

    private static List<Progress> inUse(Standing standing) {
        var used = new ArrayList<Progress>();
        var serving = standing.serving();
        var building = standing.building();
        if (serving != null) {
            used.add(serving.progress());
        }
        if (building != null) {
            used.add(building);
        }
        return used;
    }

    private static Document lease(Lease lease) {
        return new Document("owner", lease.owner()).append("term", lease.term()).append("beat", lease.beat());
    }

    private static Bson is(Edition edition) {
        return eq("_id", edition.toString());
    }

    private static Bson heldBy(Edition edition, Lease held) {
        return and(is(edition), eq("lease.owner", held.owner()), eq("lease.term", held.term()));
    }

    private static Bson under(Edition edition, long term) {
        return and(is(edition), eq("lease.term", term), ne("lease.owner", ""));
    }

    private static Bson at(String slot, Progress expected) {
        return and(
                eq(slot + ".generation", expected.generation()),
                eq(slot + ".next", expected.next()),
                exists(slot + ".batch", false));
    }

    /**
     * Never given before, so what is left of a generation is never taken for another's. Should two be given one number, by
     * a server that does not count in one step, the first to register has it.
     */
    private long newGeneration(Edition edition) {
        while (true) {
            var generation = newNumber();
            try {
                generations.insertOne(registration(edition, generation));
                return generation;
            } catch (MongoWriteException e) {
                if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                    throw e;
                }
            }
        }
    }

    private long newNumber() {
        var counted = generations.findOneAndUpdate(
                eq("_id", -1L),
                inc("last", 1L),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
        if (counted == null) {
            throw new IllegalStateException("MongoDB gave no number for a generation.");
        }
        return counted.getLong("last");
    }

    /** So that it is found when it is to be dropped. */
    private void register(Edition edition, long generation) {
        generations.replaceOne(
                eq("_id", generation), registration(edition, generation), new ReplaceOptions().upsert(true));
    }

    private static Document registration(Edition edition, long generation) {
        return new Document("_id", generation).append("edition", edition.toString());
    }

    /** Does what was decided. Several may do so at once, and each of them again. */
    void finish(Edition edition) {
        var found = editions.find(is(edition)).first();
        if (found == null) {
            return;
        }
        for (var slot : SLOTS) {
            var content = found.get(slot, Document.class);
            if (content != null && content.containsKey("batch")) {
                finish(edition, slot, content);
            }
        }
    }

    void finish(Edition edition, String slot, Document content) {
        var batch = content.get("batch", Document.class);
        var write = content.getLong("writes");
        for (var i = 0; i < MongoRowBatches.parts(batch); i++) {
            var part = batches.part(batch, i);
            if (part.isEmpty()) {
                return;
            }
            put(rows, part.get(), write);
        }
        put(parkedEvents, batch.getList("parked", Document.class), write);
        publish(edition, slot, content, batch);
        batches.discard(batch);
    }

    private void publish(Edition edition, String slot, Document content, Document batch) {
        var changes = new ArrayList<Bson>();
        changes.add(set(slot + ".next", batch.getLong("next")));
        changes.add(unset(slot + ".batch"));
        var late = batch.getList("belated", Document.class);
        if (!late.isEmpty()) {
            var all = new ArrayList<>(content.getList("belated", Document.class));
            all.removeAll(late);
            all.addAll(late);
            var first = Math.max(0, all.size() - Serving.BELATED_MAX);
            changes.add(set(slot + ".belated", all.subList(first, all.size())));
            changes.add(inc(slot + ".repairs", 1L));
        }
        var published =
                editions.updateOne(and(is(edition), eq(slot + ".batch.id", batch.getObjectId("id"))), combine(changes));
        if (published.getMatchedCount() == 0) {
            // Somebody was faster. If the generation was dropped since, so must be what was put into it just now.
            var generation = content.getLong("generation");
            if (inUse(standing(edition)).stream().noneMatch(used -> used.generation() == generation)) {
                register(edition, generation);
            }
        }
    }

    /** What is there already, or what a later batch put in its place, shows as a duplicate key: it stays as it is. */
    private static void put(MongoCollection<Document> into, List<Document> documents, long write) {
        if (documents.isEmpty()) {
            return;
        }
        var puts = documents.stream()
                .map(document -> new ReplaceOneModel<>(
                        and(eq("_id", document.get("_id")), lt("write", write)),
                        new Document(document).append("write", write),
                        new ReplaceOptions().upsert(true)))
                .toList();
        try {
            into.bulkWrite(puts, new BulkWriteOptions().ordered(false));
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

    static <T> T reaching(Supplier<T> work) {
        try {
            return work.get();
        } catch (MongoException e) {
            throw new RowStoreFailure("MongoDB: " + e.getMessage(), e);
        }
    }
}
