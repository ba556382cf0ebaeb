package org.tansiq.infra.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tansiq.infra.log.Commit;
import org.tansiq.infra.log.LogFailure;
import org.tansiq.infra.log.LogSettings;
import org.tansiq.infra.log.StoredAt;
import org.tansiq.infra.sqlite.SqliteCommitLog;

/**
 * Files that a crash or a bad disk has cut or changed. What SQLite wrote ahead has a checksum on every page, so of a damaged
 * end the whole commits before it remain. The file itself has none: see the second half of these tests for what follows.
 */
@Tag("slow")
class DamagedFileTest {
    private static final int TRIALS = Extent.of(20, 500);

    private static final int CLOSED_COMMITS = 60;

    @TempDir
    private Path folder;

    private final Random random = Extent.random(this);
    private Path crashed;
    private List<Commit> all;

    @BeforeEach
    void crash() throws Exception {
        crashed = folder.resolve("crashed").resolve("log.db");
        Files.createDirectories(crashed.getParent());
        try (var child =
                ChildJvm.start(WritingChild.class, crashed, "c", random.nextLong(), 1, CLOSED_COMMITS, 9, 300)) {
            child.awaitEnd();
        }
        // Closing moved everything into the file, so what comes now is ahead of it.
        try (var child = ChildJvm.start(WritingChild.class, crashed, "d", random.nextLong(), 1, 10_000, 9, 300)) {
            child.await(60);
            child.kill();
        }
        try (var log = new SqliteCommitLog(Folders.copyDatabase(crashed, folder.resolve("whole")))) {
            all = LogCheck.written(log);
        }
        assertThat(Files.size(Folders.ahead(crashed))).isPositive();
    }

    @Test
    void of_a_cut_end_the_whole_commits_before_it_remain() throws Exception {
        for (var trial = 0; trial < TRIALS; trial++) {
            var copy = Folders.copyDatabase(crashed, folder.resolve("cut"));
            try (var ahead = new RandomAccessFile(Folders.ahead(copy).toFile(), "rw")) {
                ahead.setLength(random.nextLong(ahead.length()));
            }
            assertPrefixIsLeft(copy);
        }
    }

    @Test
    void of_a_damaged_end_the_whole_commits_before_it_remain() throws Exception {
        for (var trial = 0; trial < TRIALS; trial++) {
            var copy = Folders.copyDatabase(crashed, folder.resolve("damaged"));
            var ahead = Folders.ahead(copy);
            flip(ahead, random.nextLong(Files.size(ahead)));
            assertPrefixIsLeft(copy);
        }
    }

    /** SQLite drops what it cannot trust and says nothing: whoever knows how far the log went has to compare. */
    private void assertPrefixIsLeft(Path file) throws Exception {
        int left;
        try (var log = new SqliteCommitLog(file)) {
            var commits = LogCheck.written(log);
            left = commits.size();
            assertThat(commits).isEqualTo(all.subList(0, left)).hasSizeGreaterThanOrEqualTo(CLOSED_COMMITS);
        }
        var answers = new ArrayList<Answer>();
        try (var engine = Writers.engine(new SqliteCommitLog(file), LogSettings.oneNode())) {
            new Writers(engine, answers::add).run("after", 1, new Writers.Load(1, 2, 3, 9));
        }
        try (var log = new SqliteCommitLog(file)) {
            assertThat(LogCheck.written(log)).hasSize(left + 2);
        }
    }

    /**
     * SQLite keeps no checksum of a page. A changed byte is refused where it breaks the file's structure, the order of
     * positions or a number; within a text (a name, a tag, a payload that is still JSON) it reads as another text, which
     * only somebody who kept a hash of it could tell. So what this holds is the structure, and it prints how many were
     * read as other texts.
     */
    @Test
    void a_changed_byte_in_the_file_is_refused_or_leaves_every_commit_in_its_place() throws Exception {
        try (var log = new SqliteCommitLog(Folders.copyDatabase(crashed, folder.resolve("closed")))) {
            assertThat(log.head()).isPositive();
        }
        var closed = folder.resolve("closed").resolve("log.db");
        var refused = 0;
        var other = 0;
        for (var trial = 0; trial < TRIALS; trial++) {
            var copy = Folders.copyDatabase(closed, folder.resolve("flipped"));
            var at = random.nextLong(Files.size(copy));
            flip(copy, at);
            try (var log = new SqliteCommitLog(copy)) {
                var read = log.read(0, Integer.MAX_VALUE);
                assertThat(read)
                        .as("places of commits with byte %d changed", at)
                        .extracting(Commit::storedAt)
                        .isEqualTo(places());
                other += read.equals(all) ? 0 : 1;
            } catch (LogFailure e) {
                refused++;
            }
        }
        System.out.printf("of %d changed bytes %d were refused, %d read as other texts%n", TRIALS, refused, other);
    }

    private List<StoredAt> places() {
        return all.stream().map(Commit::storedAt).toList();
    }

    /** Changes one bit of a byte. */
    private void flip(Path file, long at) throws IOException {
        try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(at);
            var old = bytes.read();
            bytes.seek(at);
            bytes.write(old ^ (1 << random.nextInt(Byte.SIZE)));
        }
    }
}
