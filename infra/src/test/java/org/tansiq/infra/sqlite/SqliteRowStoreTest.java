package org.tansiq.infra.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.tansiq.infra.rows.Lease;
import org.tansiq.infra.rows.RowStore;
import org.tansiq.infra.rows.RowStoreContract;
import org.tansiq.infra.rows.RowStoreFailure;

class SqliteRowStoreTest extends RowStoreContract {
    @TempDir
    Path folder;

    @Override
    protected RowStore open() {
        return SqliteRowStore.open(folder.resolve("rows.db"));
    }

    @Override
    protected long generationsKept() {
        return files().stream().filter(name -> name.matches("rows-\\d+\\.db")).count();
    }

    @Test
    void every_query_goes_by_an_index_and_changes_are_not_sorted() {
        begin();
        try (var rows = SqliteGeneration.open(folder.resolve("rows-" + generation + ".db"), BOARD, generation)) {
            assertThat(rows.plan(SqliteGeneration.GET, TASKS, "permit"))
                    .contains("SEARCH r USING INDEX row_id (view=? AND id=?)")
                    .doesNotContain("SCAN r", "TEMP B-TREE");
            assertThat(rows.plan(SqliteGeneration.FIND, TASKS, GHOUTA))
                    .contains("SEARCH k USING PRIMARY KEY (key=?)", "SEARCH r USING INTEGER PRIMARY KEY")
                    .doesNotContain("TEMP B-TREE");
            assertThat(rows.plan(SqliteGeneration.CHANGES, TASKS, GHOUTA, 5L))
                    .contains("SEARCH c USING PRIMARY KEY (key=? AND position>?)")
                    .doesNotContain("TEMP B-TREE");
            assertThat(rows.plan(SqliteGeneration.PAGE, TASKS, "permit", 10))
                    .contains("SEARCH r USING INDEX row_id (view=? AND id>?)")
                    .doesNotContain("TEMP B-TREE");
            assertThat(rows.plan(SqliteGeneration.SCAN, TASKS)).doesNotContain("TEMP B-TREE");
        }
    }

    @Test
    void readers_see_whole_batches_while_one_writes() throws Exception {
        begin();
        try (var threads = Executors.newFixedThreadPool(4)) {
            var writer = threads.submit(() -> {
                for (var i = 0L; i < 200; i++) {
                    write(at(i), i + 1, put("a", i, GHOUTA), put("b", i, GHOUTA));
                }
                return true;
            });
            while (!writer.isDone()) {
                var seen = rows().find(TASKS, GHOUTA);
                assertThat(seen.stream().map(row -> row.position()).distinct().count())
                        .isLessThanOrEqualTo(1);
            }
            assertThat(writer.get()).isTrue();
        }
    }

    @Test
    void the_lease_of_a_process_that_died_is_not_waited_for() {
        begin();
        write(at(0), 1, put("a", 0, GHOUTA));
        var next = open(); // the folder's lock says that nobody else lives
        assertThat(next.standing(BOARD).lease()).isEqualTo(Lease.NONE);
        assertThat(next.serving(BOARD).find(TASKS, GHOUTA)).hasSize(1);
        next.close();
    }

    @Test
    void what_a_process_that_died_was_building_is_begun_anew() {
        begin();
        store.begin(BOARD, lease.term());
        assertThat(generationsKept()).isEqualTo(2);
        store.close();
        store = open();
        assertThat(store.standing(BOARD).building()).isNull();
        assertThat(generationsKept()).isEqualTo(1);
    }

    @Test
    void a_generation_without_its_file_is_built_anew() throws IOException {
        begin();
        store.close();
        Files.delete(folder.resolve("rows-" + generation + ".db"));
        store = open();
        assertThat(store.standing(BOARD).serving()).isNull();
        begin();
        assertThat(rows().find(TASKS, GHOUTA)).isEmpty();
    }

    @Test
    void rows_that_were_kept_in_another_way_are_dropped() throws Exception {
        store.close();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("rows.db"));
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = 0");
            statement.execute("CREATE TABLE progress (projection TEXT, version INTEGER, next INTEGER)");
            statement.execute("INSERT INTO edition VALUES ('board', 1, 99)");
        }
        store = open();
        assertThat(store.editions("board")).isEmpty();
        begin();
        assertThat(rows().find(TASKS, GHOUTA)).isEmpty();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_generation_is_readable_by_whom_the_one_file_is() throws IOException {
        Files.setPosixFilePermissions(folder.resolve("rows.db"), PosixFilePermissions.fromString("rw-------"));
        begin();
        write(at(0), 1, put("a", 0, GHOUTA));
        for (var name : files()) {
            if (name.startsWith("rows-")) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))))
                        .as(name)
                        .isEqualTo("rw-------");
            }
        }
    }

    @Test
    void a_file_that_cannot_be_opened_is_said() {
        assertThatThrownBy(() -> SqliteRowStore.open(folder.resolve("missing").resolve("rows.db")))
                .isInstanceOf(RowStoreFailure.class);
    }

    @Test
    void a_closed_store_fails_and_does_not_hang() {
        begin();
        store.close();
        assertThatThrownBy(() -> rows().find(TASKS, GHOUTA)).isInstanceOf(RowStoreFailure.class);
        assertThatThrownBy(() -> write(at(0), 1, put("a", 0, GHOUTA))).isInstanceOf(RowStoreFailure.class);
    }

    private List<String> files() {
        try (var all = Files.list(folder)) {
            return all.map(file -> file.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
