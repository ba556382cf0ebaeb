package org.tansiq.infra.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tansiq.infra.log.Appended;
import org.tansiq.infra.log.CommitLog;
import org.tansiq.infra.log.CommitLogContract;
import org.tansiq.infra.log.LogFailure;
import org.tansiq.infra.log.LogStopped;
import org.tansiq.infra.log.Selection;
import org.tansiq.infra.log.StoredEvent;

class SqliteCommitLogTest extends CommitLogContract {
    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("data").resolve("log.db");
    }

    @Override
    protected CommitLog openStore() {
        return new SqliteCommitLog(file());
    }

    @Test
    void a_position_behind_the_head_is_refused_since_it_would_leave_a_gap() {
        assertThatThrownBy(() -> log.append(List.of(commit(1, "x", List.of(event())))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(log.head()).isZero();
        assertThat(log.append(List.of(commit(0, "x", List.of(event())))).stored())
                .isEqualTo(1);
    }

    @Test
    void the_file_is_written_ahead_and_says_its_version() throws Exception {
        log.append(List.of(commit(0, "x", List.of(event()))));
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                var statement = connection.createStatement()) {
            assertThat(statement.executeQuery("pragma journal_mode").getString(1))
                    .isEqualTo("wal");
            assertThat(statement.executeQuery("pragma user_version").getInt(1)).isEqualTo(1);
            assertThat(statement.executeQuery("select payload from events").getString(1))
                    .isEqualTo("{}");
        }
        assertThat(Sqlite.writer(file())
                        .createStatement()
                        .executeQuery("pragma synchronous")
                        .getInt(1))
                .as("2 is full: every commit is synchronised to the disk")
                .isEqualTo(2);
    }

    @Test
    void opening_a_log_that_is_there_writes_nothing_for_the_disk_may_be_full() throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                var statement = connection.createStatement()) {
            var before = statement.executeQuery("pragma data_version").getInt(1);
            try (var again = openStore()) {
                assertThat(again.head()).isZero();
            }
            assertThat(statement.executeQuery("pragma data_version").getInt(1)).isEqualTo(before);
            log.append(List.of(commit(0, "x", List.of(event()))));
            assertThat(statement.executeQuery("pragma data_version").getInt(1)).isNotEqualTo(before);
        }
    }

    @Test
    void a_group_that_fails_in_the_middle_leaves_nothing() throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                var statement = connection.createStatement()) {
            statement.execute("create trigger full before insert on events when new.position = 3"
                    + " begin select raise(abort, 'full'); end");
            assertThatThrownBy(() -> log.append(adjoining(0, 1, 4, 1))).isInstanceOf(LogFailure.class);
            assertThat(log.head()).isZero();
            assertThat(log.read(0, 10)).isEmpty();
            statement.execute("drop trigger full");
        }
        var commits = adjoining(0, 1, 4, 1);
        assertThat(log.append(commits)).isEqualTo(new Appended.All(3));
        assertThat(log.read(0, 10)).isEqualTo(commits);
    }

    @Test
    void a_full_disk_is_named_each_time_and_with_room_it_goes_on() throws Exception {
        var payload = "{\"x\":\"" + "x".repeat(100_000) + "\"}";
        var big = new StoredEvent("big", "things.Written", "1", 0, Map.of(), Set.of(), payload);
        // The driver reads settings of a connection from behind the file's name.
        try (var full = new SqliteCommitLog(Path.of(file() + "?max_page_count=20"))) {
            for (var attempt = 0; attempt < 3; attempt++) {
                assertThatThrownBy(() -> full.append(List.of(commit(0, "big", List.of(big)))))
                        .isInstanceOf(LogFailure.class)
                        .isNotInstanceOf(LogStopped.class)
                        .hasMessageContaining("disk is full");
            }
            assertThat(full.append(List.of(commit(0, "small", List.of(event()))))
                            .stored())
                    .isEqualTo(1);
        }
    }

    /** As a bad disk may do it, where SQLite itself notices nothing. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from events where position = 1",
                "delete from events where position = 2",
                "delete from commits where position = 0",
                "delete from commits where position = 1",
                "update commits set size = 2 where position = 1",
                "update commits set size = 4 where position = 1",
                "update commits set size = 0 where position = 0",
                "update commits set size = 2000000000 where position = 4",
                "update events set tags = 'x' where position = 0",
                "update events set tags = '99' where position = 0"
            })
    void a_log_that_is_damaged_where_it_shows_is_not_read(String damage) throws Exception {
        log.append(adjoining(0, 1, 3, 1));
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(damage)).isOne();
        }
        assertThatThrownBy(() -> log.read(0, 10)).isInstanceOf(LogFailure.class).hasMessageContaining("cannot be read");
    }

    @Test
    void more_tags_than_sqlite_joins_tables_can_be_asked_for() {
        var tags = IntStream.range(0, 100).mapToObj(i -> new Tag("t", "" + i)).toArray(Tag[]::new);
        var allButOne = Arrays.copyOf(tags, 99);
        log.append(List.of(commit(0, "x", List.of(event(allButOne), event(tags)))));
        for (var selection : List.of(
                Selection.tagged(tags),
                Selection.of(EventCriteria.either(
                        EventCriteria.havingTags(tags), EventCriteria.havingTags(tags[99], tags[0]))))) {
            var found = new ArrayList<Long>();
            log.query(selection, 0, 2, (position, event) -> found.add(position));
            assertThat(found).containsExactly(1L);
        }
    }

    @Test
    void a_file_of_a_newer_version_is_refused() throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                var statement = connection.createStatement()) {
            statement.execute("pragma user_version = 99");
        }
        assertThatThrownBy(this::open).isInstanceOf(LogFailure.class).hasMessageContaining("newer");
    }

    @Test
    void a_file_that_is_no_log_is_refused() throws Exception {
        var other = folder.resolve("letter.db");
        Files.writeString(other, "Dear all, ".repeat(1_000));
        assertThatThrownBy(() -> new SqliteCommitLog(other)).isInstanceOf(LogFailure.class);
    }

    @Test
    void a_closed_log_says_so() {
        log.close();
        assertThatThrownBy(() -> log.append(List.of(commit(0, "x", List.of(event())))))
                .isInstanceOf(LogFailure.class)
                .hasMessageContaining("closed");
        assertThatThrownBy(log::head).isInstanceOf(LogFailure.class).hasMessageContaining("closed");
    }
}
