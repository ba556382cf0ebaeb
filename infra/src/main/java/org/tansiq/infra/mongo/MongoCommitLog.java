package org.tansiq.infra.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.tansiq.infra.log.Appended;
import org.tansiq.infra.log.Commit;
import org.tansiq.infra.log.CommitLog;
import org.tansiq.infra.log.LogFailure;
import org.tansiq.infra.log.LogLimits;
import org.tansiq.infra.log.OutcomeUnknown;
import org.tansiq.infra.log.Selection;
import org.tansiq.infra.log.StoredAt;

/**
 * The log in a MongoDB: one document for a commit, its {@code _id} the position of its first event. Inserting at the head
 * is a compare-and-set, whichever node does it.
 *
 * <p>What was appended is in the journal of a majority; what is read is what a majority has, as the primary knows it.
 * That is so whatever the connection string says. A server without a replica set can promise neither and is refused,
 * unless it is allowed for trials and tests.
 */
public final class MongoCommitLog implements CommitLog {
    static final String COLLECTION = "commits";
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final MongoCollection<Document> commits;
    private final MongoCollection<Commit> inserting;
    private final Duration patience;

    /**
     * @param database of a client that the caller closes after this log
     * @param allowStandalone for trials and tests: takes a server as it is
     * @throws StandaloneRefused when the server is one and that is not allowed
     * @throws MajorityMissing when the server does not confirm writes as it should
     */
    public MongoCommitLog(MongoDatabase database, boolean allowStandalone) {
        this(database, allowStandalone, PATIENCE);
    }

    /** Goes on for so long asking what became of a write. */
    MongoCommitLog(MongoDatabase database, boolean allowStandalone, Duration patience) {
        this.patience = patience;
        commits = database.getCollection(COLLECTION)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary());
        inserting = commits.withDocumentClass(Commit.class)
                .withCodecRegistry(CodecRegistries.fromCodecs(new MongoCommitLogCodec()));
        answering(() -> {
            if (!allowStandalone) {
                ServerCheck.check(database);
            }
            commits.createIndex(Indexes.ascending(Documents.COMMIT_ID), new IndexOptions().unique(true));
            return commits.createIndex(Indexes.ascending(Documents.TAGS, Documents.END));
        });
    }

    @Override
    public Appended append(List<Commit> adjoining) {
        LogLimits.check(adjoining);
        return new Appending(adjoining).run();
    }

    /** One append, until it is known how far it came. */
    private final class Appending {
        private static final long FIRST_PAUSE_MILLIS = 1;
        private static final long PAUSE_MILLIS_MAX = 500;

        private final List<Commit> wanted;
        private final long giveUpAt = System.nanoTime() + patience.toNanos();
        private long pauseMillis = FIRST_PAUSE_MILLIS;
        private int stored;

        Appending(List<Commit> wanted) {
            this.wanted = wanted;
        }

        Appended run() {
            while (stored < wanted.size()) {
                var failure = insert();
                if (failure == null) {
                    break;
                }
                var reason = lookBack(failure);
                if (reason != null) {
                    return reason;
                }
            }
            return new Appended.All(wanted.size());
        }

        private @Nullable MongoException insert() {
            try {
                inserting.insertMany(wanted.subList(stored, wanted.size()), new InsertManyOptions().ordered(true));
                return null;
            } catch (MongoException e) {
                return e;
            }
        }

        /**
         * Finds out what became of the commits: a failure may have come after the write, and a duplicate may be this very
         * write. What a majority has at a position stays there. If it has nothing there yet, the same documents are
         * inserted once more: that cannot store them twice.
         *
         * @return why it goes no further, or null when it should be tried again from {@link #stored} on
         */
        private @Nullable Appended lookBack(MongoException failure) {
            if (failure instanceof MongoBulkWriteException bulk && isSureOfTheOthers(bulk)) {
                var error = bulk.getWriteErrors().getFirst();
                stored += error.getIndex();
                if (ErrorCategory.fromErrorCode(error.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                    return new Appended.Failed(stored, new LogFailure("MongoDB refused a commit.", failure));
                }
            }
            try {
                var before = stored;
                while (stored < wanted.size()) {
                    var next = wanted.get(stored);
                    var there = at(next);
                    if (there == null) {
                        break;
                    }
                    if (!there.equals(next)) {
                        return there.id().equals(next.id())
                                ? new Appended.IdTaken(stored, there.storedAt())
                                : new Appended.PositionTaken(stored);
                    }
                    stored++;
                }
                if (stored > before) {
                    return null;
                }
            } catch (MongoException e) {
                failure.addSuppressed(e);
            }
            return pause() ? null : new Appended.Failed(stored, unknown(failure));
        }

        /** One document was not taken, and a majority has those before it. */
        private static boolean isSureOfTheOthers(MongoBulkWriteException bulk) {
            return bulk.getWriteConcernError() == null && bulk.getWriteErrors().size() == 1;
        }

        /** The commit with this id or, failing that, whatever is at its position. */
        private @Nullable Commit at(Commit wanted) {
            var document = first(Filters.eq(Documents.COMMIT_ID, wanted.id()));
            if (document == null) {
                document = first(Filters.eq(Documents.POSITION, wanted.position()));
            }
            return document == null ? null : Documents.read(document);
        }

        private OutcomeUnknown unknown(MongoException failure) {
            return new OutcomeUnknown("MongoDB did not say whether it has stored a commit.", failure);
        }

        /** Says false when the time is up. */
        private boolean pause() {
            if (System.nanoTime() - giveUpAt > 0) {
                return false;
            }
            try {
                Thread.sleep(pauseMillis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
            pauseMillis = Math.min(2 * pauseMillis, PAUSE_MILLIS_MAX);
            return true;
        }
    }

    private @Nullable Document first(Bson filter) {
        return commits.find(filter).first();
    }

    @Override
    public List<Commit> read(long from, int limit) {
        return answering(() -> {
            var read = new ArrayList<Commit>();
            var count = 0;
            var ascending = commits.find(Filters.gte(Documents.POSITION, startOf(from)))
                    .sort(Sorts.ascending(Documents.POSITION))
                    .limit(limit);
            for (var document : ascending) {
                var commit = Documents.read(document);
                if (commit.end() > from) {
                    read.add(commit);
                    count += commit.events().size();
                }
                if (count >= limit) {
                    break;
                }
            }
            return read;
        });
    }

    /** Where the commit begins that holds this position. */
    private long startOf(long position) {
        var last = commits.find(Filters.lte(Documents.POSITION, position))
                .sort(Sorts.descending(Documents.POSITION))
                .projection(Projections.include(Documents.POSITION))
                .first();
        return last == null ? 0 : last.getLong(Documents.POSITION);
    }

    @Override
    public void query(Selection selection, long from, long to, Visitor visitor) {
        answering(() -> {
            // Ends ascend as positions do, and a commit reaches into the range exactly when it ends behind its start.
            var reaching = Filters.and(Filters.gt(Documents.END, from), Filters.lt(Documents.POSITION, to));
            var found = selection.isByTag()
                    ? commits.find(Filters.and(carrying(selection), reaching)).sort(Sorts.ascending(Documents.END))
                    : commits.find(Filters.and(Filters.gte(Documents.POSITION, startOf(from)), reaching))
                            .sort(Sorts.ascending(Documents.POSITION));
            for (var document : found) {
                if (!selection.visit(Documents.read(document), from, to, visitor)) {
                    break;
                }
            }
            return true;
        });
    }

    private static Bson carrying(Selection selection) {
        if (selection.criteria().isEmpty()) {
            return Filters.in(Documents.TAGS, List.of());
        }
        var alternatives = new ArrayList<Bson>();
        for (var criterion : selection.criteria()) {
            var tags = criterion.tags().stream().map(Documents::write).toList();
            alternatives.add(
                    tags.size() == 1 ? Filters.eq(Documents.TAGS, tags.getFirst()) : Filters.all(Documents.TAGS, tags));
        }
        return alternatives.size() == 1 ? alternatives.getFirst() : Filters.or(alternatives);
    }

    @Override
    public long head() {
        return answering(() -> {
            var last = commits.find()
                    .sort(Sorts.descending(Documents.POSITION))
                    .projection(Projections.include(Documents.END))
                    .first();
            return last == null ? 0L : last.getLong(Documents.END);
        });
    }

    @Override
    public Optional<StoredAt> find(String commitId) {
        return answering(() -> Optional.ofNullable(commits.find(Filters.eq(Documents.COMMIT_ID, commitId))
                        .projection(Projections.include(Documents.END))
                        .first())
                .map(Documents::storedAt));
    }

    private static <T> T answering(Supplier<T> question) {
        try {
            return question.get();
        } catch (MongoException e) {
            throw new LogFailure("MongoDB did not answer.", e);
        }
    }

    /** The client is the caller's. */
    @Override
    public void close() {}
}
