package org.tansiq.bench;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The MongoDB that TANSIQ_TEST_MONGODB names, else a server within this process that keeps nothing. */
final class MongoPlace implements AutoCloseable {
    private static final @Nullable String REAL = System.getenv("TANSIQ_TEST_MONGODB");

    private final @Nullable MongoServer server;
    private final MongoClient client;

    MongoPlace() {
        server = REAL == null ? new MongoServer(new MemoryBackend()) : null;
        client = MongoClients.create(server == null ? REAL : server.bindAndGetConnectionString());
    }

    static boolean isReal() {
        return REAL != null;
    }

    static String kind() {
        return isReal() ? "a real MongoDB" : "an in-process server that keeps nothing";
    }

    MongoDatabase newDatabase() {
        return client.getDatabase("tansiq-bench-" + UUID.randomUUID());
    }

    @Override
    public void close() {
        client.close();
        if (server != null) {
            server.shutdownNow();
        }
    }
}
