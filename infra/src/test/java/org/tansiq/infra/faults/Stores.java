package org.tansiq.infra.faults;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Duration;
import org.tansiq.infra.log.CommitLog;
import org.tansiq.infra.mongo.MongoCommitLog;
import org.tansiq.infra.mongo.MongoRowStore;
import org.tansiq.infra.mongo.TestMongo;
import org.tansiq.infra.rows.RowStore;
import org.tansiq.infra.rows.Settings;
import org.tansiq.infra.sqlite.SqliteCommitLog;
import org.tansiq.infra.sqlite.SqliteRowStore;

/** Where a child finds its log or its rows: a file, or a database of the parent's MongoDB. */
final class Stores {
    private static final String MONGO = "mongo ";

    private Stores() {}

    static String of(Path file) {
        return file.toString();
    }

    static String of(TestMongo mongo) {
        return MONGO + (mongo.isStandalone() ? "standalone " : "replicas ")
                + mongo.database().getName() + " " + mongo.connectionString();
    }

    static boolean isShared(String place) {
        return place.startsWith(MONGO);
    }

    static CommitLog log(String place) {
        return isShared(place)
                ? new MongoCommitLog(database(place), place.startsWith(MONGO + "standalone"))
                : new SqliteCommitLog(Path.of(place));
    }

    static RowStore rows(String place) {
        return isShared(place) ? MongoRowStore.open(database(place)) : SqliteRowStore.open(Path.of(place));
    }

    /** A node that was killed is not waited for long. */
    static Settings quick(RowStore rows) {
        return Settings.usual(rows.isShared()).withLease(Duration.ofMillis(100), Duration.ofMillis(500));
    }

    /** Of a client that lives as long as the child. */
    private static MongoDatabase database(String place) {
        var words = place.split(" ", 4);
        return MongoClients.create(words[3]).getDatabase(words[2]);
    }
}
