package org.tansiq.bench;

import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.tansiq.infra.log.LogSettings;
import org.tansiq.infra.mongo.MongoCommitLog;

/**
 * Commands on MongoDB, beside the same documents inserted by nothing but the driver, as many at a time as is usual. The
 * engine remembers all that is written here, so that writing is compared with writing.
 */
final class CommandsOnMongo implements Row {
    private static final double OF_INSERTING = 0.8;
    private static final int DOCUMENTS_AT_ONCE = 100;
    private static final int DOCUMENTS_MAX = 200_000;
    /** Looking for other nodes' commits sorts the whole collection in the in-process server, which has no indexes for that. */
    private static final LogSettings REMEMBERING = new LogSettings(
            4_096, 512, 4 << 20, 2_000_000, 4L << 30, MongoPlace.isReal() ? Duration.ofMillis(100) : Duration.ZERO);

    @Override
    public String name() {
        return "mongo";
    }

    @Override
    public void measure(Run run) throws Exception {
        try (var mongo = new MongoPlace()) {
            var documents = new ArrayList<Document>();
            for (var i = 0; i < 3; i++) {
                commands(run, mongo, 64, documents, new LinkedHashMap<>());
                inserting(run, mongo, documents);
            }
            for (var callers : List.of(64, 256)) {
                var details = new LinkedHashMap<String, Object>();
                var samples = Samples.inTurns(
                        run.size().rounds(),
                        () -> commands(run, mongo, callers, documents, details),
                        () -> inserting(run, mongo, documents));
                var measured = samples.getFirst().median();
                var beside = samples.getLast().median();
                details.put("commands", samples.getFirst().values());
                details.put("inserting", samples.getLast().values());
                run.add(
                        "commands/s, " + callers + " callers, MongoDB (" + MongoPlace.kind() + ")",
                        Run.number(measured),
                        "insertMany of 100 of the same documents: " + Run.number(beside),
                        Run.number(measured / beside),
                        ">= " + OF_INSERTING,
                        measured / beside >= OF_INSERTING,
                        details);
            }
        }
    }

    /** Leaves the documents that were written in {@code documents}. */
    private static double commands(
            Run run, MongoPlace mongo, int callers, List<Document> documents, Map<String, Object> details)
            throws InterruptedException {
        var database = mongo.newDatabase();
        try {
            var log = new CountedLog(new MongoCommitLog(database, !MongoPlace.isReal()));
            Callers.Done done;
            try (var bus = Bus.over(log, REMEMBERING)) {
                Callers.during(run.size().warmUp(), callers, Work.diaries(bus, System.nanoTime()));
                done = Callers.during(run.size().time(), callers, Work.diaries(bus, System.nanoTime()));
            }
            run.warnOfFailures(done);
            details.put("last", done);
            details.put("groupSize", log.groupSize());
            details.put("millisPerGroup", log.millisPerGroup());
            documents.clear();
            commits(database)
                    .find()
                    .sort(Sorts.ascending("_id"))
                    .limit(DOCUMENTS_MAX)
                    .batchSize(1_000)
                    .into(documents);
            return done.perSecond();
        } finally {
            database.drop();
        }
    }

    private static double inserting(Run run, MongoPlace mongo, List<Document> documents) {
        var database = mongo.newDatabase();
        try {
            new MongoCommitLog(database, !MongoPlace.isReal()).close();
            var commits = commits(database);
            var start = System.nanoTime();
            var inserted = 0;
            while (inserted + DOCUMENTS_AT_ONCE <= documents.size()
                    && System.nanoTime() - start < run.size().time().toNanos()) {
                commits.insertMany(documents.subList(inserted, inserted + DOCUMENTS_AT_ONCE));
                inserted += DOCUMENTS_AT_ONCE;
            }
            return inserted / ((System.nanoTime() - start) / 1e9);
        } finally {
            database.drop();
        }
    }

    /** As the log has it, durable writes and all. */
    private static MongoCollection<Document> commits(MongoDatabase database) {
        return database.getCollection("commits")
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary());
    }
}
