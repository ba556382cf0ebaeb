package org.tansiq.infra.mongo;

import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.axonframework.messaging.eventstreaming.Tag;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.tansiq.infra.log.Commit;
import org.tansiq.infra.log.Flaw;
import org.tansiq.infra.log.Flaw.Kind;
import org.tansiq.infra.log.LogFailure;
import org.tansiq.infra.log.LogScan;

/** The log's collection, read as a majority has it. Servers may go on writing; what they add later is not seen. */
public final class MongoLogScan implements LogScan {
    private final MongoCollection<Document> commits;

    private MongoLogScan(MongoCollection<Document> commits) {
        this.commits = commits;
    }

    /**
     * @param database of a client that the caller closes after this
     * @throws LogFailure if there is no log in this database
     * @throws StandaloneRefused when the server is one and that is not allowed
     */
    public static MongoLogScan open(MongoDatabase database, boolean allowStandalone) {
        try {
            if (!allowStandalone) {
                ServerCheck.refuseStandalone(database);
            }
            if (!database.listCollectionNames().into(new HashSet<>()).contains(MongoCommitLog.COLLECTION)) {
                throw new LogFailure("There is no log in the database " + database.getName(), null);
            }
        } catch (MongoException e) {
            throw new LogFailure("MongoDB did not answer.", e);
        }
        return new MongoLogScan(database.getCollection(MongoCommitLog.COLLECTION)
                .withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary()));
    }

    @Override
    public void visit(long before, Visitor visitor) {
        try {
            var ascending =
                    commits.find(Filters.lt(Documents.POSITION, before)).sort(Sorts.ascending(Documents.POSITION));
            for (var document : ascending) {
                var commit = read(document);
                if (commit == null) {
                    tellDamaged(document, visitor);
                } else {
                    visit(document, commit, before, visitor);
                }
            }
        } catch (MongoException e) {
            throw new LogFailure("MongoDB did not answer.", e);
        }
    }

    private static void tellDamaged(Document document, Visitor visitor) {
        if (document.get(Documents.POSITION) instanceof Long position
                && document.get(Documents.END) instanceof Long end) {
            visitor.commit(position, end, String.valueOf(document.get(Documents.COMMIT_ID)));
            for (var damaged = position; damaged < end; damaged++) {
                visitor.flaw(Flaw.of(Kind.RECORD_DAMAGED, "position", damaged));
            }
        } else {
            visitor.flaw(Flaw.of(Kind.STORE_DAMAGED, "what", "a commit without a position"));
        }
    }

    /** What is not written as this program writes it shows in many ways, each an exception of its own. */
    private static @Nullable Commit read(Document document) {
        try {
            return Documents.read(document);
        } catch (LogFailure | ClassCastException | NullPointerException | IndexOutOfBoundsException e) {
            return null;
        }
    }

    private static void visit(Document document, Commit commit, long before, Visitor visitor) {
        var end = document.get(Documents.END) instanceof Long stored ? stored : -1;
        visitor.commit(commit.position(), end, commit.id());
        var position = commit.position();
        var tags = new HashSet<Tag>();
        for (var event : commit.events()) {
            if (position < before) {
                visitor.event(position, event);
            }
            tags.addAll(event.tags());
            position++;
        }
        compareIndex(document, commit.position(), tags, visitor);
    }

    /** A query finds a commit by the tags of the document: those of its events together. */
    private static void compareIndex(Document document, long position, Set<Tag> tags, Visitor visitor) {
        var written = new HashSet<Object>();
        tags.forEach(tag -> written.add(Documents.write(tag)));
        var indexed = new HashSet<Object>();
        if (document.get(Documents.TAGS) instanceof Iterable<?> list) {
            list.forEach(indexed::add);
        }
        if (!indexed.containsAll(written)) {
            visitor.flaw(Flaw.of(Kind.INDEX_LACKS, "position", position));
        }
        if (!written.containsAll(indexed)) {
            visitor.flaw(Flaw.of(Kind.INDEX_TOO_MANY, "position", position));
        }
    }

    /** The indexes of a collection are the server's own affair. */
    @Override
    public void examine(Consumer<Flaw> flaws) {}

    /** The client is the caller's. */
    @Override
    public void close() {}
}
