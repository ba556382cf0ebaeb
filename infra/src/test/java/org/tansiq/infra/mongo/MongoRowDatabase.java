package org.tansiq.infra.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fresh database: of the real server that TANSIQ_TEST_MONGODB names, else of one within this process. The latter keeps
 * nothing on disk and knows no majority, so it shows that the steps are right and not that they last.
 */
public final class MongoRowDatabase implements AutoCloseable {
    private final @Nullable MongoServer server;
    private final MongoClient client;
    private final MongoDatabase database;

    public MongoRowDatabase() {
        var real = System.getenv("TANSIQ_TEST_MONGODB");
        server = real == null || real.isBlank() ? new MongoServer(new MemoryBackend()) : null;
        client = MongoClients.create(server == null ? real : server.bindAndGetConnectionString());
        database =
                client.getDatabase("tansiq_rows_" + UUID.randomUUID().toString().substring(0, 8));
    }

    public MongoDatabase database() {
        return database;
    }

    @Override
    public void close() {
        database.drop();
        client.close();
        if (server != null) {
            server.shutdownNow();
        }
    }
}
