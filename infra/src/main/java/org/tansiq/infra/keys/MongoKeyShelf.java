package org.tansiq.infra.keys;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.types.Binary;
import org.tansiq.infra.log.LogFailure;

/**
 * Keys in collections of a MongoDB database. What is acknowledged is on the disks of a majority. MongoDB's own journal of
 * changes keeps a deleted key, wrapped, until it is overwritten; a rotation makes that one worthless. The client belongs to
 * whoever made it.
 *
 * <p>A document has a key as it is wrapped by each custody that there was of late; the one of the present custody counts.
 * So a rotation is one step: the one in which the custody is replaced.
 */
public final class MongoKeyShelf implements KeyShelf {
    private static final String CUSTODY = "custody";
    private static final String WRAPPED = "wrapped";

    private final MongoCollection<Document> keys;
    private final MongoCollection<Document> announced;
    private final MongoCollection<Document> custody;

    public MongoKeyShelf(MongoDatabase database) {
        var durable = database.withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary());
        keys = durable.getCollection("author_keys");
        announced = durable.getCollection("author_keys_announced");
        custody = durable.getCollection("author_keys_custody");
    }

    @Override
    public Optional<Custody> custody() {
        return answering(() ->
                Optional.ofNullable(custody.find(eq("_id", CUSTODY)).first()).map(MongoKeyShelf::custody));
    }

    private static Custody custody(Document document) {
        return new Custody(
                document.getString("id"),
                Custody.Kind.valueOf(document.getString("kind")),
                bytes(document, "salt"),
                document.getInteger("memoryKib"),
                document.getInteger("passes"),
                bytes(document, "proof"));
    }

    private static Document document(Custody custody) {
        return new Document("_id", CUSTODY)
                .append("id", custody.id())
                .append("kind", custody.kind().name())
                .append("salt", new Binary(custody.salt()))
                .append("memoryKib", custody.memoryKib())
                .append("passes", custody.passes())
                .append("proof", new Binary(custody.proof()));
    }

    private static byte[] bytes(Document document, String field) {
        return document.get(field, Binary.class).getData();
    }

    @Override
    public boolean begin(Custody first) {
        return answering(() -> insert(custody, document(first)));
    }

    @Override
    public Optional<byte[]> find(String person) {
        return answering(() -> custody()
                .flatMap(now -> Optional.ofNullable(keys.find(eq("_id", person)).first())
                        .flatMap(document -> wrapped(document, now.id()))));
    }

    private static Optional<byte[]> wrapped(Document document, String by) {
        return Optional.ofNullable(document.get(WRAPPED, Document.class).get(by, Binary.class))
                .map(Binary::getData);
    }

    private static Document wrapped(String by, byte[] wrapped) {
        return new Document(by, new Binary(wrapped));
    }

    @Override
    public Optional<byte[]> keep(String by, String person, byte[] wrapped) {
        return answering(() -> {
            if (!mayKeep(by, person)) {
                return Optional.empty();
            }
            insert(keys, new Document("_id", person).append(WRAPPED, wrapped(by, wrapped)));
            // Announced in between, by another node: whoever announces destroys after that, and may have been too
            // early.
            if (!mayKeep(by, person)) {
                keys.deleteOne(eq("_id", person));
                return Optional.empty();
            }
            return find(person);
        });
    }

    private boolean mayKeep(String by, String person) {
        return announced.find(eq("_id", person)).first() == null
                && custody().filter(now -> now.id().equals(by)).isPresent();
    }

    @Override
    public Set<String> people() {
        return ids(keys);
    }

    @Override
    public void announce(String person) {
        answering(() -> insert(announced, new Document("_id", person)));
    }

    @Override
    public Set<String> announced() {
        return ids(announced);
    }

    @Override
    public void takeBack(String person) {
        answering(() -> announced.deleteOne(eq("_id", person)));
    }

    @Override
    public void destroy(String person) {
        answering(() -> keys.deleteOne(eq("_id", person)));
    }

    @Override
    public void rewrap(Custody next, Rewrapping wrapping) {
        answering(() -> {
            var now = custody().map(Custody::id).orElseThrow();
            for (var document : keys.find()) {
                var person = document.getString("_id");
                wrapped(document, now)
                        .ifPresent(before -> keys.updateOne(
                                eq("_id", person),
                                Updates.set(
                                        WRAPPED,
                                        wrapped(now, before)
                                                .append(next.id(), new Binary(wrapping.wrap(person, before))))));
            }
            custody.replaceOne(eq("_id", CUSTODY), document(next), new ReplaceOptions().upsert(true));
            return keys.updateMany(new Document(), Updates.unset(WRAPPED + "." + now));
        });
    }

    private static boolean insert(MongoCollection<Document> into, Document document) {
        try {
            into.insertOne(document);
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    private static Set<String> ids(MongoCollection<Document> of) {
        return answering(() -> {
            var ids = new HashSet<String>();
            of.find().forEach(document -> ids.add(document.getString("_id")));
            return ids;
        });
    }

    private static <T> T answering(Supplier<T> question) {
        try {
            return question.get();
        } catch (MongoException e) {
            throw new LogFailure("The keys cannot be read or written.", e);
        }
    }

    @Override
    public void close() {
        // The client closes what is open.
    }
}
