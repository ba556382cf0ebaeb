package org.tansiq.infra.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tansiq.infra.log.Appended;
import org.tansiq.infra.log.Commit;
import org.tansiq.infra.log.OutcomeUnknown;
import org.tansiq.infra.log.StoredEvent;
import org.tansiq.infra.mongo.CuttingProxy.Cut;

/** The connection is lost around a write: what was stored is answered as stored, and nothing is stored twice. */
class MongoOutcomeTest {
    private final MongoServer server = new MongoServer(new MemoryBackend());
    private CuttingProxy proxy;
    private MongoClient client;
    private MongoCommitLog log;

    @BeforeEach
    void open() throws Exception {
        server.bind();
        proxy = new CuttingProxy(server.getLocalAddress());
        client = MongoClients.create(proxy.connectionString());
        log = open(Duration.ofSeconds(15));
    }

    @AfterEach
    void close() throws Exception {
        client.close();
        proxy.close();
        server.shutdownNow();
    }

    private MongoCommitLog open(Duration patience) {
        return new MongoCommitLog(client.getDatabase("tansiq"), true, patience);
    }

    @ParameterizedTest
    @EnumSource(names = {"BEFORE_THE_WRITE", "BEFORE_THE_REPLY"})
    void an_append_goes_through_although_the_connection_is_cut(Cut cut) {
        var commits = List.of(commit(0, "a", 1), commit(1, "b", 2), commit(3, "c", 1));
        proxy.cut(cut);
        proxy.cut(cut);

        assertThat(log.append(commits)).isEqualTo(new Appended.All(3));

        assertThat(proxy.hasCutAll()).isEqualTo(cut == Cut.BEFORE_THE_WRITE);
        assertThat(log.read(0, 100)).isEqualTo(commits);
    }

    @Test
    void another_node_that_came_first_meanwhile_has_the_position() {
        log.append(List.of(commit(0, "theirs", 2)));
        proxy.cut(Cut.BEFORE_THE_WRITE);

        assertThat(log.append(List.of(commit(0, "ours", 1)))).isEqualTo(new Appended.PositionTaken(0));

        assertThat(log.find("ours")).isEmpty();
    }

    @Test
    void an_outcome_that_cannot_be_found_out_in_time_is_said_to_be_unknown() {
        var impatient = open(Duration.ZERO);
        proxy.cut(Cut.BEFORE_THE_WRITE);

        assertThat(impatient.append(List.of(commit(0, "a", 1))))
                .isInstanceOfSatisfying(Appended.Failed.class, failed -> {
                    assertThat(failed.stored()).isZero();
                    assertThat(failed.cause()).isInstanceOf(OutcomeUnknown.class);
                });
    }

    private static Commit commit(long position, String id, int size) {
        var event = new StoredEvent(id, "things.Written", "1", 0, Map.of(), Set.of(), "{}");
        return new Commit(position, id, Collections.nCopies(size, event));
    }
}
