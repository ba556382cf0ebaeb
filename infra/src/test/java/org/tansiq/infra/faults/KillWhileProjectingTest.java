package org.tansiq.infra.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tansiq.domain.tasks.TaskId;
import org.tansiq.infra.faults.Answer.Kind;
import org.tansiq.infra.mongo.TestMongo;
import org.tansiq.infra.rows.EventSource;
import org.tansiq.infra.rows.ProjectionRunner;
import org.tansiq.infra.rows.RowStore;
import org.tansiq.infra.sqlite.SqliteCommitLog;
import org.tansiq.infra.sqlite.SqliteRowStore;
import org.tansiq.infra.wiring.Installation;
import org.tansiq.infra.wiring.Projections;
import org.tansiq.projections.shared.Projection;

/**
 * The process is killed with {@code kill -9} while it folds, and while it folds anew: whoever comes after it ends with the
 * rows of a fresh fold. The MongoDB in this process outlives the killed one, as a server would; that a server of its own
 * keeps what it was given through its own end is not shown here.
 */
@Tag("slow")
class KillWhileProjectingTest {
    private static final int NODES_KILLED = Extent.of(4, 100);
    private static final int FOLDERS_KILLED = Extent.of(6, 200);
    private static final int COMMANDS = Extent.of(600, 1_500);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private final Random random = Extent.random(this);

    @Test
    void a_killed_node_comes_back_with_every_acknowledged_command_and_the_rows_of_the_log() throws Exception {
        var log = Stores.of(folder.resolve("log.db"));
        var rows = Stores.of(folder.resolve("rows.db"));
        var answers = new ArrayList<Answer>();
        for (var kill = 0; kill < NODES_KILLED; kill++) {
            if (random.nextInt(3) == 0) {
                for (var file : SqliteRowStore.files(Path.of(rows))) {
                    Folders.deleteDatabase(file);
                }
            }
            try (var child = ChildJvm.start(NodeChild.class, log, rows, "k" + kill, random.nextLong(), 4)) {
                child.await("READY");
                Thread.sleep(random.nextInt(700));
                child.kill();
                answers.addAll(LogCheck.answers(child));
            }
        }
        assertThat(LogCheck.of(Kind.FAILED, answers)).isEmpty();
        assertThat(LogCheck.of(Kind.STORED, answers)).isNotEmpty();
        try (var node = Node.open(log, rows)) {
            assertThat(node.send(Campaign.opening(new TaskId("last")), "last").kind())
                    .isEqualTo(Kind.STORED);
            assertThat(node.installation().views().await(node.head() - 1, PATIENCE))
                    .isTrue();
        }
        try (var opened = new SqliteCommitLog(Path.of(log));
                var stored = SqliteRowStore.open(Path.of(rows))) {
            LogCheck.agrees(LogCheck.whole(opened), answers);
            // The node may have given back what a leaving organisation held after its rows were awaited.
            assertThat(Folded.stored(caughtUp(Installation.facts(opened), stored, 1)))
                    .isEqualTo(Folded.fresh(Installation.facts(opened)));
        }
    }

    @Test
    void rows_in_sqlite_are_those_of_a_fresh_fold_however_often_the_folding_is_killed() throws Exception {
        var rows = folder.resolve("rows.db");
        killFolders(Stores.of(rows));
    }

    @Test
    void rows_in_mongodb_are_those_of_a_fresh_fold_however_often_the_folding_is_killed() throws Exception {
        try (var mongo = new TestMongo()) {
            killFolders(Stores.of(mongo));
        }
    }

    /** A higher version begins anew; a killed one goes on where it was, sooner or later to the end. */
    private void killFolders(String rows) throws Exception {
        var log = folder.resolve("log.db");
        write(log);
        var bump = 1;
        for (var kill = 0; kill < FOLDERS_KILLED; kill++) {
            if (random.nextInt(3) == 0) {
                bump++;
            }
            var batchMax = 1 + random.nextInt(80);
            try (var child = ChildJvm.start(FoldingChild.class, log, rows, bump, random.nextLong(), batchMax)) {
                child.await("READY");
                Thread.sleep(random.nextInt(600));
                child.kill();
            }
            if (kill % 5 == 4 || kill == FOLDERS_KILLED - 1) {
                try (var opened = new SqliteCommitLog(log);
                        var stored = Stores.rows(rows)) {
                    var facts = Installation.facts(opened);
                    assertThat(Folded.stored(caughtUp(facts, stored, bump), bumped(bump)))
                            .isEqualTo(Folded.fresh(facts));
                }
                bump++;
            }
        }
    }

    private void write(Path log) {
        try (var node = Node.open(Stores.of(log), Stores.of(folder.resolve("unused.db")))) {
            node.send(Campaign.founding());
            node.campaign("written", random.nextLong(), COMMANDS, answer -> {});
        }
    }

    private static List<Projection> bumped(int bump) {
        return Projections.all().stream()
                .map(projection -> FoldingChild.bumped(projection, bump))
                .toList();
    }

    private static RowStore caughtUp(EventSource facts, RowStore rows, int bump) {
        var runners = new ArrayList<ProjectionRunner>();
        for (var projection : bumped(bump)) {
            runners.add(new ProjectionRunner(projection, facts, rows, Stores.quick(rows)));
        }
        runners.forEach(ProjectionRunner::start);
        for (var runner : runners) {
            assertThat(runner.awaitPosition(facts.head() - 1, PATIENCE))
                    .as(runner.edition().toString())
                    .isTrue();
        }
        runners.forEach(ProjectionRunner::close);
        return rows;
    }
}
