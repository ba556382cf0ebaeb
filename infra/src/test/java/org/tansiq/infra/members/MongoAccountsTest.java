package org.tansiq.infra.members;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** On the MongoDB that TANSIQ_TEST_MONGODB names, else on a server within this process that speaks its protocol. */
class MongoAccountsTest extends AccountsContract {
    private static @Nullable MongoServer server;
    private static MongoClient client;

    private final String database = "tansiq-test-" + UUID.randomUUID();

    @BeforeAll
    static void connect() {
        var real = System.getenv("TANSIQ_TEST_MONGODB");
        if (real == null) {
            server = new MongoServer(new MemoryBackend());
            client = MongoClients.create(server.bindAndGetConnectionString());
        } else {
            client = MongoClients.create(real);
        }
    }

    @AfterAll
    static void disconnect() {
        client.close();
        if (server != null) {
            server.shutdownNow();
        }
    }

    @AfterEach
    void drop() {
        client.getDatabase(database).drop();
    }

    @Override
    Accounts open() {
        return new MongoAccounts(client.getDatabase(database));
    }
}
