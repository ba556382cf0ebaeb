package org.tansiq.infra.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tansiq.infra.log.LogSettings;
import org.tansiq.infra.sqlite.SqliteCommitLog;

/**
 * The process is killed with {@code kill -9} while it writes. That shows what survives the end of a process, not of the
 * machine: the system keeps the pages that a killed process wrote, so a power cut that loses them is not shown here.
 */
@Tag("slow")
class KillWhileWritingTest {
    private static final int KILLS = Extent.of(20, 500);
    private static final int KILLS_FOR_ONE_LOG = 25;

    @TempDir
    private Path folder;

    @Test
    void what_was_acknowledged_outlives_the_process_and_nothing_is_half_written() throws Exception {
        var random = Extent.random(this);
        var answers = new ArrayList<Answer>();
        var commits = 0;
        for (var kill = 0; kill < KILLS; kill++) {
            var file = folder.resolve("log" + kill / KILLS_FOR_ONE_LOG + ".db");
            if (kill % KILLS_FOR_ONE_LOG == 0) {
                answers.clear();
            }
            var threads = 1 << random.nextInt(6);
            try (var child = ChildJvm.start(
                    WritingChild.class, file, "k" + kill, random.nextLong(), threads, Integer.MAX_VALUE, 200, 400)) {
                if (random.nextInt(5) > 0) {
                    child.await("READY");
                    Thread.sleep(random.nextInt(300));
                } else {
                    // While it opens the log, perhaps.
                    Thread.sleep(random.nextInt(800));
                }
                child.kill();
                answers.addAll(LogCheck.answers(child));
            }
            try (var log = new SqliteCommitLog(file)) {
                var stored = LogCheck.written(log);
                LogCheck.agrees(stored, answers);
                assertThat(LogCheck.of(Answer.Kind.FAILED, answers)).isEmpty();
                commits += stored.size();
            }
            answers.addAll(goOn(file, "after" + kill));
        }
        assertThat(commits).isGreaterThan(KILLS);
    }

    /** Commands go on with the next position. */
    private static List<Answer> goOn(Path file, String name) throws Exception {
        var answers = new ArrayList<Answer>();
        try (var engine = Writers.engine(new SqliteCommitLog(file), LogSettings.oneNode())) {
            var head = engine.head();
            new Writers(engine, answers::add).run(name, 1, new Writers.Load(1, 3, 5, 5));
            assertThat(LogCheck.of(Answer.Kind.STORED, answers)).hasSize(3);
            assertThat(engine.head()).isGreaterThan(head + 2);
        }
        return answers;
    }
}
