package org.tansiq.infra.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tansiq.infra.log.CommitLog;
import org.tansiq.infra.mongo.TestMongo;
import org.tansiq.infra.rows.Edition;
import org.tansiq.infra.rows.EventSource;
import org.tansiq.infra.rows.Parked;
import org.tansiq.infra.rows.ProjectionRunner;
import org.tansiq.infra.rows.RowStore;
import org.tansiq.infra.sqlite.SqliteCommitLog;
import org.tansiq.infra.wiring.Installation;
import org.tansiq.infra.wiring.Projections;
import org.tansiq.projections.shared.Projection;

/** One log, folded in several ways and by projections that fail: the rows follow from the log and from nothing else. */
@Tag("slow")
class SameRowsTest {
    private static final int COMMANDS = Extent.of(1_000, 20_000);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @TempDir
    private Path folder;

    private final Random random = Extent.random(this);
    private final TestMongo mongo = new TestMongo();
    private CommitLog log;
    private EventSource facts;

    @BeforeEach
    void write() {
        try (var node = Node.open(Stores.of(folder.resolve("log.db")), Stores.of(folder.resolve("first.db")))) {
            node.send(Campaign.founding());
            node.campaign("written", random.nextLong(), COMMANDS, answer -> {});
        }
        log = new SqliteCommitLog(folder.resolve("log.db"));
        facts = Installation.facts(log);
    }

    @AfterEach
    void close() {
        log.close();
        mongo.close();
    }

    @Test
    void the_same_log_gives_the_same_rows_in_batches_of_any_size_one_by_one_or_all_at_once() {
        var wanted = Folded.fresh(facts);
        assertThat(wanted).hasSizeGreaterThan(COMMANDS / 20);
        var any = 2 + random.nextInt(100);
        for (var batchMax : List.of(1, any, 100_000)) {
            try (var rows = Stores.rows(Stores.of(folder.resolve("rows" + batchMax + ".db")))) {
                for (var projection : Projections.all()) {
                    fold(List.of(projection), rows, batchMax);
                }
                assertThat(Folded.stored(rows)).as("batches of %d", batchMax).isEqualTo(wanted);
            }
            try (var rows = Stores.rows(Stores.of(folder.resolve("together" + batchMax + ".db")))) {
                fold(Projections.all(), rows, batchMax);
                assertThat(Folded.stored(rows))
                        .as("batches of %d, all at once", batchMax)
                        .isEqualTo(wanted);
            }
        }
        try (var rows = Stores.rows(Stores.of(mongo))) {
            fold(Projections.all(), rows, any);
            assertThat(Folded.stored(rows)).as("in MongoDB, batches of %d", any).isEqualTo(wanted);
        }
    }

    /** Each fails at events of its own, after it has written some of the rows. */
    @Test
    void a_projection_that_throws_parks_the_event_and_goes_on_and_the_others_do_not_notice() {
        var seed = random.nextLong();
        var failing = new TreeMap<String, Projection>();
        var thrown = new TreeMap<String, HashSet<Long>>();
        var wanted = new TreeMap<String, String>();
        for (var projection : Projections.all()) {
            var own = new HashSet<Long>();
            var isSound = projection.name().equals(Projections.all().getFirst().name());
            for (var position = 0L; position < facts.head() && !isSound; position++) {
                if (new SplittableRandom(
                                        seed + 31 * position + projection.name().hashCode())
                                .nextInt(20)
                        == 0) {
                    own.add(position);
                }
            }
            thrown.put(projection.name(), own);
            failing.put(projection.name(), new Changed(projection, event -> {
                if (own.contains(event.position())) {
                    throw new IllegalStateException("on purpose");
                }
            }));
            wanted.putAll(Folded.fresh(facts, List.of(projection), own));
        }
        for (var place : List.of(Stores.of(folder.resolve("rows.db")), Stores.of(mongo))) {
            try (var rows = Stores.rows(place)) {
                fold(List.copyOf(failing.values()), rows, 1 + random.nextInt(200));
                assertThat(Folded.stored(rows)).as(place).isEqualTo(wanted);
                thrown.forEach((projection, positions) -> assertThat(parked(rows, projection))
                        .as("parked by %s in %s", projection, place)
                        .allSatisfy(parked -> assertThat(parked.message()).isEqualTo("on purpose"))
                        .extracting(Parked::position)
                        .isSortedAccordingTo(Comparator.naturalOrder())
                        .containsExactlyInAnyOrderElementsOf(positions));
            }
        }
    }

    private static List<Parked> parked(RowStore rows, String projection) {
        return Projections.all().stream()
                .filter(one -> one.name().equals(projection))
                .flatMap(one -> rows.serving(Edition.of(one)).parked().stream())
                .toList();
    }

    private void fold(List<Projection> projections, RowStore rows, int batchMax) {
        var settings = Stores.quick(rows).withBatches(batchMax, batchMax);
        var runners = new ArrayList<ProjectionRunner>();
        for (var projection : projections) {
            runners.add(new ProjectionRunner(projection, facts, rows, settings));
        }
        runners.forEach(ProjectionRunner::start);
        for (var runner : runners) {
            assertThat(runner.awaitPosition(facts.head() - 1, PATIENCE))
                    .as(runner.edition().toString())
                    .isTrue();
        }
        runners.forEach(ProjectionRunner::close);
    }
}
