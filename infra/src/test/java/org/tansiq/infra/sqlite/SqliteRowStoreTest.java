package org.tansiq.infra.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tansiq.infra.rows.Batch;
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

    @Test
    void every_query_goes_by_an_index_and_sorts_nothing() {
        var sqlite = (SqliteRowStore) store;
        assertThat(sqlite.plan(SqliteRowStore.GET, TASKS, "permit"))
                .contains("SEARCH r USING PRIMARY KEY (view=? AND id=?)")
                .doesNotContain("SCAN", "TEMP B-TREE");
        assertThat(sqlite.plan(SqliteRowStore.FIND, TASKS, GHOUTA))
                .contains("SEARCH k USING PRIMARY KEY (view=? AND key=? AND removed=?)")
                .doesNotContain("SCAN", "TEMP B-TREE");
        assertThat(sqlite.plan(SqliteRowStore.CHANGES, TASKS, GHOUTA, 5L))
                .contains("row_key_position (view=? AND key=? AND position>?)")
                .doesNotContain("SCAN", "TEMP B-TREE");
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
                var seen = store.find(TASKS, GHOUTA);
                assertThat(seen.stream().map(row -> row.position()).distinct().count())
                        .isLessThanOrEqualTo(1);
            }
            assertThat(writer.get()).isTrue();
        }
    }

    @Test
    void the_file_is_not_locked_between_writes() {
        begin();
        write(at(0), 1, put("a", 0, GHOUTA));
        try (var other = open()) {
            assertThat(other.find(TASKS, GHOUTA)).hasSize(1);
            other.write(new Batch(BOARD, at(1), 2, List.of(put("b", 1, GHOUTA)), List.of()));
        }
        assertThat(store.find(TASKS, GHOUTA)).hasSize(2);
    }

    @Test
    void a_file_that_cannot_be_opened_is_said() {
        assertThatThrownBy(() -> SqliteRowStore.open(folder.resolve("missing").resolve("rows.db")))
                .isInstanceOf(RowStoreFailure.class);
    }

    @Test
    void a_closed_store_fails_and_does_not_hang() {
        store.close();
        assertThatThrownBy(() -> store.find(TASKS, GHOUTA)).isInstanceOf(RowStoreFailure.class);
        assertThatThrownBy(this::begin).isInstanceOf(RowStoreFailure.class);
    }
}
