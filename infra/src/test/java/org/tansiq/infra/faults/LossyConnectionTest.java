package org.tansiq.infra.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tansiq.infra.faults.Answer.Kind;
import org.tansiq.infra.faults.Writers.Load;
import org.tansiq.infra.log.LogEventStorageEngine;
import org.tansiq.infra.log.LogSettings;
import org.tansiq.infra.mongo.CuttingProxy;
import org.tansiq.infra.mongo.TestMongo;

/**
 * Two nodes write through connections that delay, drop, cut before and after the write, and deliver late. The MongoDB in
 * this process has no majority that could change its mind: what an election does to a write is not shown here, and a real
 * server behind the proxy is held to the primary of the moment.
 */
@Tag("slow")
class LossyConnectionTest {
    private static final int ROUNDS = Extent.of(1, 40);
    private static final Load LOAD = new Load(8, Extent.of(20, 60), 5, 100);

    private final Random random = Extent.random(this);
    private final List<Answer> answers = Collections.synchronizedList(new ArrayList<>());
    private long found;

    /** One node gives up at once, so that some of its outcomes stay unknown; the other asks until it knows. */
    @Test
    void what_was_acknowledged_is_there_once_and_what_was_refused_is_not() throws Exception {
        for (var round = 0; round < ROUNDS; round++) {
            answers.clear();
            try (var mongo = new TestMongo();
                    var hasty = new Through(mongo, Duration.ZERO);
                    var patient = new Through(mongo, Duration.ofSeconds(30))) {
                var running = new ArrayList<Thread>();
                for (var node : List.of(hasty, patient)) {
                    node.proxy.atRandom(new Random(random.nextLong()), 0.15);
                    var seed = random.nextLong();
                    var name = node == hasty ? "hasty" : "patient";
                    running.add(Thread.ofPlatform().start(() -> node.run(name, seed)));
                }
                for (var thread : running) {
                    thread.join();
                }
                hasty.proxy.heal();
                patient.proxy.heal();
                try (var log = mongo.openLog()) {
                    LogCheck.agrees(LogCheck.written(log), answers);
                    resolve(mongo);
                }
            }
            assertThat(answers).hasSize(2 * LOAD.threads() * LOAD.commits());
            assertThat(LogCheck.of(Kind.STORED, answers)).hasSizeGreaterThan(answers.size() / 10);
        }
        System.out.printf(
                "in the last round %d stored, %d refused, %d failed, %d unknown, of which %d turned out to be stored%n",
                LogCheck.of(Kind.STORED, answers).size(),
                LogCheck.of(Kind.REFUSED, answers).size(),
                LogCheck.of(Kind.FAILED, answers).size(),
                LogCheck.of(Kind.UNKNOWN, answers).size(),
                found);
    }

    /** Whoever was told nothing finds out by the commit's id. */
    private void resolve(TestMongo mongo) {
        try (var log = mongo.openLog();
                var engine = Writers.engine(log, LogSettings.oneNode())) {
            var there = new HashSet<String>();
            LogCheck.whole(log).forEach(commit -> there.add(commit.id()));
            found = 0;
            for (var unknown : LogCheck.of(Kind.UNKNOWN, answers)) {
                var isStored = engine.find(unknown.commit()).isPresent();
                assertThat(isStored).isEqualTo(there.contains(unknown.commit()));
                found += isStored ? 1 : 0;
            }
        }
    }

    /** A node behind a connection of its own. */
    private final class Through implements AutoCloseable {
        private final CuttingProxy proxy;
        private final MongoClient client;
        private final LogEventStorageEngine engine;

        Through(TestMongo mongo, Duration patience) throws Exception {
            proxy = new CuttingProxy(mongo.address());
            // The driver looks again at once whether the server is there, and not half a second later.
            client = MongoClients.create(MongoClientSettings.builder()
                    .applyConnectionString(new ConnectionString(proxy.connectionString(mongo.connectionString())))
                    .applyToServerSettings(server -> server.minHeartbeatFrequency(5, TimeUnit.MILLISECONDS))
                    .build());
            engine = Writers.engine(mongo.openLog(client, patience), LogSettings.manyNodes());
        }

        void run(String name, long seed) {
            try {
                new Writers(engine, answers::add, Integer.MAX_VALUE).run(name, seed, LOAD);
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public void close() throws IOException {
            engine.close();
            client.close();
            proxy.close();
        }
    }
}
