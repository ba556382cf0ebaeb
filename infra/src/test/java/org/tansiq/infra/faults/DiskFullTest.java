package org.tansiq.infra.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.tansiq.infra.faults.Answer.Kind;
import org.tansiq.infra.faults.Writers.Load;
import org.tansiq.infra.log.LogSettings;
import org.tansiq.infra.sqlite.SqliteCommitLog;

/** There is no room for more: commands are refused and say why, what was acknowledged stays, and with room it goes on. */
@Tag("slow")
class DiskFullTest {
    private static final int ROUNDS = Extent.of(2, 20);
    private static final Load MUCH = new Load(8, 100_000, 20, 4_000);

    @TempDir
    private Path folder;

    /** The system refuses to let a file grow: to SQLite an error of the disk, after which this process writes no more. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void a_file_that_cannot_grow_stops_the_log_until_it_is_opened_where_it_can() throws Exception {
        var random = Extent.random(this);
        for (var round = 0; round < ROUNDS; round++) {
            var file = folder.resolve("limited" + round + ".db");
            var answers = new ArrayList<Answer>();
            // The driver unpacks its library of 1.1 MB under the same limit.
            var kibibytes = 2_000 + random.nextInt(6_000);
            try (var child = ChildJvm.startWithFilesUpTo(
                    kibibytes,
                    WritingChild.class,
                    file,
                    "full",
                    random.nextLong(),
                    MUCH.threads(),
                    MUCH.commits(),
                    MUCH.eventsMax(),
                    MUCH.textMax())) {
                child.awaitEnd();
                answers.addAll(LogCheck.answers(child));
            }
            assertThat(LogCheck.of(Kind.STORED, answers)).isNotEmpty();
            assertThat(LogCheck.of(Kind.UNKNOWN, answers))
                    .isNotEmpty()
                    .allSatisfy(answer -> assertThat(answer.why())
                            .contains("LogStopped: The disk failed under the log.")
                            .contains("SQLITE_IOERR_WRITE"));
            check(file, answers);
            goOn(file, answers);
        }
    }

    /** SQLite itself finds the file full, as it does a disk: the log says so, and stays open for when there is room. */
    @Test
    void a_full_file_refuses_every_command_and_keeps_what_it_has() throws Exception {
        var random = Extent.random(this);
        for (var round = 0; round < ROUNDS; round++) {
            var file = folder.resolve("full" + round + ".db");
            var answers = Collections.synchronizedList(new ArrayList<Answer>());
            var limited = Path.of(file + "?max_page_count=" + (50 + random.nextInt(500)));
            try (var engine = Writers.engine(new SqliteCommitLog(limited), LogSettings.oneNode())) {
                new Writers(engine, answers::add).run("full", random.nextLong(), MUCH);
            }
            assertFull(answers);
            check(file, answers);
            goOn(file, answers);
        }
    }

    /** Needs the right to mount a file system in memory. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void on_a_full_disk_it_goes_on_in_the_same_process_once_there_is_room() throws Exception {
        var random = Extent.random(this);
        var disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", disk.toString()), "may not mount");
        try {
            for (var round = 0; round < ROUNDS; round++) {
                var ballast = disk.resolve("ballast");
                Files.write(ballast, new byte[(2 << 20) + random.nextInt(1 << 20)]);
                var file = disk.resolve("log.db");
                var answers = Collections.synchronizedList(new ArrayList<Answer>());
                try (var engine = Writers.engine(new SqliteCommitLog(file), LogSettings.oneNode())) {
                    new Writers(engine, answers::add).run("full", random.nextLong(), MUCH);
                    assertFull(answers);
                    check(file, answers);
                    Files.delete(ballast);
                    var more = new ArrayList<Answer>();
                    new Writers(engine, more::add).run("room", random.nextLong(), new Load(1, 20, 2, 10));
                    assertThat(LogCheck.of(Kind.STORED, more)).hasSize(20);
                    answers.addAll(more);
                }
                check(file, answers);
                Folders.deleteDatabase(file);
            }
        } finally {
            run("umount", "-l", disk.toString());
        }
    }

    private static void assertFull(List<Answer> answers) {
        assertThat(LogCheck.of(Kind.STORED, answers)).isNotEmpty();
        assertThat(LogCheck.of(Kind.FAILED, answers))
                .isNotEmpty()
                .allSatisfy(answer ->
                        assertThat(answer.why()).contains("LogFailure:").contains("SQLITE_FULL"));
        assertThat(LogCheck.of(Kind.UNKNOWN, answers)).isEmpty();
    }

    private static void check(Path file, List<Answer> answers) {
        try (var log = new SqliteCommitLog(file)) {
            LogCheck.agrees(LogCheck.written(log), answers);
        }
    }

    private static void goOn(Path file, List<Answer> answers) throws Exception {
        var more = new ArrayList<Answer>();
        try (var engine = Writers.engine(new SqliteCommitLog(file), LogSettings.oneNode())) {
            new Writers(engine, more::add).run("room", 1, new Load(1, 20, 5, 4_000));
        }
        assertThat(LogCheck.of(Kind.STORED, more)).hasSize(20);
        answers.addAll(more);
        check(file, answers);
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    }
}
