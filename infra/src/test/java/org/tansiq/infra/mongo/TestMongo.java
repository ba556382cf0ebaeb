package org.tansiq.infra.mongo;

import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * A MongoDB for tests with a database of its own: a real server where the environment variable TANSIQ_TEST_MONGODB has a
 * connection string, else one in this process. That one speaks the protocol, and keeps nothing: it shows no durability.
 */
public final class TestMongo implements AutoCloseable {
    private static final @Nullable String REAL = System.getenv("TANSIQ_TEST_MONGODB");

    private final @Nullable MongoServer server;
    private final String connectionString;
    private final MongoClient client;
    private final MongoDatabase database;

    public TestMongo() {
        server = REAL == null ? new MongoServer(new MemoryBackend()) : null;
        connectionString = server == null ? Objects.requireNonNull(REAL) : server.bindAndGetConnectionString();
        client = MongoClients.create(connectionString);
        database = client.getDatabase("tansiq-test-" + UUID.randomUUID());
    }

    public MongoDatabase database() {
        return database;
    }

    /** Where the server listens that takes the writes. */
    public InetSocketAddress address() {
        if (server != null) {
            return server.getLocalAddress();
        }
        var primary = new ServerAddress(
                database.runCommand(new Document("isMaster", 1)).getString("primary"));
        return new InetSocketAddress(primary.getHost(), primary.getPort());
    }

    /** The log through another client, which goes on for so long asking what became of a write. */
    public MongoCommitLog openLog(MongoClient through, Duration patience) {
        return new MongoCommitLog(through.getDatabase(database.getName()), isStandalone(), patience);
    }

    /** For another client, also in another process. */
    public String connectionString() {
        return connectionString;
    }

    /** The server in this process is no replica set. */
    public boolean isStandalone() {
        return server != null;
    }

    public MongoCommitLog openLog() {
        return new MongoCommitLog(database, isStandalone());
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
