package org.tansiq.infra.mongo;

import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/** Whether a server can keep what it confirms, found out before anything is entrusted to it. */
final class ServerCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private ServerCheck() {}

    /**
     * @throws StandaloneRefused when the server is no replica set
     * @throws MajorityMissing when a write is not confirmed by a majority within 10 s
     */
    static void check(MongoDatabase database) {
        refuseStandalone(database);
        confirming(() -> database.getCollection("opened")
                .withWriteConcern(WriteConcern.MAJORITY
                        .withJournal(true)
                        .withWTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS))
                .updateOne(Filters.eq("_id", "log"), Updates.inc("times", 1L), new UpdateOptions().upsert(true)));
    }

    /** @throws StandaloneRefused when the server is no replica set */
    static void refuseStandalone(MongoDatabase database) {
        // The old name of "hello": every server knows it.
        var hello = database.runCommand(new Document("isMaster", 1));
        if (!hello.containsKey("setName") && !"isdbgrid".equals(hello.getString("msg"))) {
            throw new StandaloneRefused();
        }
    }

    /** A write that is refused for its concern, or not confirmed in time, was not confirmed by a majority. */
    static void confirming(Runnable write) {
        try {
            write.run();
        } catch (MongoWriteConcernException | MongoTimeoutException | MongoExecutionTimeoutException e) {
            throw new MajorityMissing(e);
        }
    }
}
