package org.tansiq.campaign;

import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A database of its own: in the real MongoDB that TANSIQ_TEST_MONGODB names, else in a server within this process that
 * speaks its protocol and is no replica set.
 */
public final class MongoForTests implements AutoCloseable {
    private static final @Nullable String REAL = System.getenv("TANSIQ_TEST_MONGODB");

    private final @Nullable MongoServer fake;
    private final String database = "tansiq-test-" + UUID.randomUUID();
    private final String server;

    public MongoForTests() {
        fake = REAL == null || REAL.isBlank() ? new MongoServer(oneAfterAnother(new MemoryBackend())) : null;
        server = fake == null ? String.valueOf(REAL) : fake.bindAndGetConnectionString();
    }

    /** The one in memory fails at times when two clients write at once; a real one does not. */
    private static MongoBackend oneAfterAnother(MongoBackend backend) {
        var lock = new ReentrantLock();
        return (MongoBackend) Proxy.newProxyInstance(
                MongoBackend.class.getClassLoader(),
                new Class<?>[] {MongoBackend.class},
                (proxy, method, arguments) -> {
                    lock.lock();
                    try {
                        return method.invoke(backend, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause() == null ? failed : failed.getCause();
                    } finally {
                        lock.unlock();
                    }
                });
    }

    public boolean isStandalone() {
        return fake != null;
    }

    public String connectionString() {
        var query = server.indexOf('?');
        var address = query < 0 ? server : server.substring(0, query);
        return address.replaceFirst("^(mongodb(?:\\+srv)?://[^/]+).*$", "$1/" + database)
                + (query < 0 ? "" : server.substring(query));
    }

    @Override
    public void close() {
        if (fake != null) {
            fake.shutdownNow();
            return;
        }
        try (var client = MongoClients.create(server)) {
            client.getDatabase(database).drop();
        }
    }
}
