package org.tansiq.infra.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tansiq.projections.shared.Row;
import org.tansiq.projections.shared.View;

/** What every row store does. */
public abstract class RowStoreContract {
    protected static final String BOARD = "board";
    protected static final String TASKS = "tasks";
    protected static final String GHOUTA = "coalition:ghouta";
    protected static final String BERLIN = "holder:berlin";

    protected RowStore store;

    public record Titled(String id, String title) implements Row {
        @Override
        public Set<String> keys() {
            return Set.of(GHOUTA);
        }
    }

    /** The same rows each time it is called in one test. */
    protected abstract RowStore open();

    @BeforeEach
    void open_it() {
        store = open();
    }

    @AfterEach
    void close_it() {
        store.close();
    }

    @Test
    void nothing_is_there_at_first() {
        assertThat(store.progress(BOARD)).isEqualTo(Progress.NONE);
        assertThat(store.resume(BOARD)).isEqualTo(Progress.NONE);
        assertThat(store.get(TASKS, "permit")).isEmpty();
        assertThat(store.find(TASKS, GHOUTA)).isEmpty();
        assertThat(store.changes(TASKS, GHOUTA, -1, 10)).isEmpty();
        assertThat(store.parked(BOARD)).isEmpty();
    }

    @Test
    void nothing_is_written_before_the_rows_were_begun() {
        assertThatThrownBy(() -> write(Progress.NONE, 1, put("permit", 0, GHOUTA)))
                .isInstanceOf(ProgressMoved.class);
        assertThat(store.get(TASKS, "permit")).isEmpty();
    }

    @Test
    void a_row_is_found_by_its_id_and_by_each_of_its_keys() {
        var row = put("permit", 0, GHOUTA, BERLIN);
        begin();
        write(at(0), 1, row);
        assertThat(store.get(TASKS, "permit")).contains(row);
        assertThat(store.find(TASKS, GHOUTA)).containsExactly(row);
        assertThat(store.find(TASKS, BERLIN)).containsExactly(row);
        assertThat(store.find(TASKS, "holder:paris")).isEmpty();
        assertThat(store.find("actions", GHOUTA)).isEmpty();
        assertThat(store.get("actions", "permit")).isEmpty();
        assertThat(store.progress(BOARD)).isEqualTo(at(1));
    }

    @Test
    void a_row_without_keys_is_found_by_its_id() {
        begin();
        write(at(0), 1, put("permit", 0));
        assertThat(store.get(TASKS, "permit")).isPresent();
    }

    @Test
    void rows_come_in_the_order_of_their_ids_in_any_script() {
        begin();
        write(at(0), 1, put("حمص", 0, GHOUTA), put("b", 0, GHOUTA), put("a/1", 0, GHOUTA), put("B", 0, GHOUTA));
        assertThat(store.find(TASKS, GHOUTA)).extracting(StoredRow::id).containsExactly("B", "a/1", "b", "حمص");
    }

    @Test
    void a_later_row_takes_the_place_of_an_earlier_and_its_old_keys_find_it_no_more() {
        begin();
        write(at(0), 1, put("permit", 0, GHOUTA, BERLIN));
        var later = put("permit", 1, GHOUTA, "holder:paris");
        write(at(1), 2, later);
        assertThat(store.get(TASKS, "permit")).contains(later);
        assertThat(store.find(TASKS, GHOUTA)).containsExactly(later);
        assertThat(store.find(TASKS, "holder:paris")).containsExactly(later);
        assertThat(store.find(TASKS, BERLIN)).isEmpty();
        assertThat(store.changes(TASKS, BERLIN, -1, 10)).isEmpty();
    }

    @Test
    void a_removed_row_is_only_among_the_changes() {
        var row = put("permit", 0, GHOUTA);
        begin();
        write(at(0), 1, row);
        write(at(1), 2, row.removedAt(1));
        assertThat(store.get(TASKS, "permit")).isEmpty();
        assertThat(store.find(TASKS, GHOUTA)).isEmpty();
        assertThat(store.changes(TASKS, GHOUTA, 0, 10))
                .containsExactly(new StoredRow(TASKS, "permit", 1, true, List.of(GHOUTA), ""));
    }

    @Test
    void a_removed_row_may_come_back() {
        begin();
        write(at(0), 1, put("permit", 0, GHOUTA).removedAt(0));
        var back = put("permit", 1, GHOUTA);
        write(at(1), 2, back);
        assertThat(store.get(TASKS, "permit")).contains(back);
        assertThat(store.find(TASKS, GHOUTA)).containsExactly(back);
        assertThat(store.changes(TASKS, GHOUTA, -1, 10)).containsExactly(back);
    }

    @Test
    void changes_come_in_the_order_of_the_log_and_only_what_came_after() {
        begin();
        write(at(0), 3, put("c", 0, GHOUTA), put("a", 2, GHOUTA), put("b", 1, GHOUTA), put("x", 1, BERLIN));
        assertThat(store.changes(TASKS, GHOUTA, -1, 10))
                .extracting(StoredRow::id)
                .containsExactly("c", "b", "a");
        assertThat(store.changes(TASKS, GHOUTA, 0, 10))
                .extracting(StoredRow::id)
                .containsExactly("b", "a");
        assertThat(store.changes(TASKS, GHOUTA, 2, 10)).isEmpty();
    }

    @Test
    void changes_are_cut_between_events_and_never_within_one() {
        begin();
        write(at(0), 3, put("a", 0, GHOUTA), put("b", 1, GHOUTA), put("c", 1, GHOUTA), put("d", 2, GHOUTA));
        assertThat(store.changes(TASKS, GHOUTA, -1, 1))
                .extracting(StoredRow::id)
                .containsExactly("a");
        assertThat(store.changes(TASKS, GHOUTA, -1, 2))
                .extracting(StoredRow::id)
                .containsExactly("a", "b", "c");
        assertThat(store.changes(TASKS, GHOUTA, -1, 3))
                .extracting(StoredRow::id)
                .containsExactly("a", "b", "c");
        assertThat(store.changes(TASKS, GHOUTA, 1, 3)).extracting(StoredRow::id).containsExactly("d");
    }

    @Test
    void a_batch_of_one_who_was_overtaken_leaves_nothing() {
        begin();
        write(at(0), 1, put("permit", 0, GHOUTA));
        for (var stale : List.of(at(0), at(2), new Progress(2, 1), Progress.NONE)) {
            assertThatThrownBy(() -> store.write(new Batch(
                            BOARD,
                            stale,
                            5,
                            List.of(put("permit", 4, BERLIN), put("other", 4, GHOUTA)),
                            List.of(parked(4)))))
                    .isInstanceOf(ProgressMoved.class);
        }
        assertThat(store.progress(BOARD)).isEqualTo(at(1));
        assertThat(store.find(TASKS, GHOUTA)).containsExactly(put("permit", 0, GHOUTA));
        assertThat(store.find(TASKS, BERLIN)).isEmpty();
        assertThat(store.parked(BOARD)).isEmpty();
    }

    @Test
    void of_many_that_write_from_one_position_one_succeeds() throws Exception {
        begin();
        var racers = 8;
        var barrier = new CyclicBarrier(racers);
        try (var threads = Executors.newFixedThreadPool(racers)) {
            for (var round = 0; round < 10; round++) {
                var from = round;
                var tasks = new ArrayList<Callable<Integer>>();
                for (var racer = 0; racer < racers; racer++) {
                    var key = "racer:" + racer;
                    tasks.add(() -> {
                        barrier.await();
                        try {
                            write(at(from), from + 1, put("row-" + from, from, key, GHOUTA));
                            return 1;
                        } catch (ProgressMoved e) {
                            return 0;
                        }
                    });
                }
                var won = 0;
                for (var result : threads.invokeAll(tasks)) {
                    won += result.get();
                }
                assertThat(won).isEqualTo(1);
                assertThat(store.progress(BOARD)).isEqualTo(at(from + 1));
            }
        }
        assertThat(store.find(TASKS, GHOUTA)).hasSize(10);
        assertThat(IntStream.range(0, racers)
                        .mapToLong(racer -> store.find(TASKS, "racer:" + racer).size())
                        .sum())
                .isEqualTo(10);
    }

    @Test
    void projections_move_on_without_each_other() {
        begin();
        store.reset("calendar", List.of("actions"), Progress.NONE, 3);
        write(at(0), 7, put("permit", 0, GHOUTA));
        assertThat(store.progress("calendar")).isEqualTo(new Progress(3, 0));
        store.reset("calendar", List.of("actions"), new Progress(3, 0), 4);
        assertThat(store.progress(BOARD)).isEqualTo(at(7));
        assertThat(store.find(TASKS, GHOUTA)).hasSize(1);
    }

    @Test
    void a_reset_leaves_neither_rows_nor_marks_nor_parked_events() {
        begin();
        var removed = put("gone", 0, GHOUTA).removedAt(1);
        store.write(new Batch(BOARD, at(0), 3, List.of(put("permit", 0, GHOUTA), removed), List.of(parked(2))));
        store.reset(BOARD, List.of(TASKS), at(3), 2);
        assertThat(store.progress(BOARD)).isEqualTo(new Progress(2, 0));
        assertThat(store.get(TASKS, "permit")).isEmpty();
        assertThat(store.find(TASKS, GHOUTA)).isEmpty();
        assertThat(store.changes(TASKS, GHOUTA, -1, 10)).isEmpty();
        assertThat(store.parked(BOARD)).isEmpty();
        store.write(new Batch(BOARD, new Progress(2, 0), 1, List.of(put("permit", 0, GHOUTA)), List.of()));
        assertThat(store.find(TASKS, GHOUTA)).hasSize(1);
        assertThat(store.changes(TASKS, GHOUTA, -1, 10)).hasSize(1);
    }

    @Test
    void a_reset_by_one_who_was_overtaken_drops_nothing() {
        begin();
        write(at(0), 3, put("permit", 0, GHOUTA));
        for (var stale : List.of(Progress.NONE, at(0), new Progress(2, 3))) {
            assertThatThrownBy(() -> store.reset(BOARD, List.of(TASKS), stale, 2))
                    .isInstanceOf(ProgressMoved.class);
        }
        assertThat(store.find(TASKS, GHOUTA)).hasSize(1);
        assertThat(store.progress(BOARD)).isEqualTo(at(3));
    }

    @Test
    void parked_events_come_in_the_order_of_the_log() {
        begin();
        store.write(new Batch(BOARD, at(0), 20, List.of(), List.of(parked(11), parked(2))));
        assertThat(store.parked(BOARD)).containsExactly(parked(2), parked(11));
        assertThat(store.parked("calendar")).isEmpty();
    }

    @Test
    void everything_is_there_after_opening_again() {
        begin();
        var row = put("permit", 0, GHOUTA);
        store.write(new Batch(BOARD, at(0), 2, List.of(row), List.of(parked(1))));
        store.close();
        store = open();
        assertThat(store.resume(BOARD)).isEqualTo(at(2));
        assertThat(store.find(TASKS, GHOUTA)).containsExactly(row);
        assertThat(store.parked(BOARD)).containsExactly(parked(1));
    }

    @Test
    void a_row_is_read_as_its_view_says() {
        begin();
        var json = "{\"id\":\"permit\",\"title\":\"تصريح \\\"$set\\\" . \\u0000\"}";
        write(at(0), 1, StoredRow.put(TASKS, "permit", 0, Set.of(GHOUTA), json));
        assertThat(store.get(TASKS, "permit")).get().extracting(StoredRow::json).isEqualTo(json);
        var view = new View<>(TASKS, Titled.class);
        var titled = new Titled("permit", "تصريح \"$set\" . \0");
        assertThat(store.get(view, "permit")).contains(titled);
        assertThat(store.find(view, GHOUTA)).containsExactly(titled);
    }

    @Test
    void a_batch_of_many_large_rows_is_kept_whole() {
        begin();
        var rows = IntStream.range(0, 40)
                .mapToObj(i -> StoredRow.put(TASKS, "row-" + i, i, Set.of(GHOUTA), "\"" + "ع".repeat(500_000) + "\""))
                .toList();
        store.write(new Batch(BOARD, at(0), 40, rows, List.of()));
        assertThat(store.find(TASKS, GHOUTA)).containsExactlyInAnyOrderElementsOf(rows);
        assertThat(store.progress(BOARD)).isEqualTo(at(40));
        write(at(40), 41, put("row-0", 40, GHOUTA));
        assertThat(store.get(TASKS, "row-0")).contains(put("row-0", 40, GHOUTA));
    }

    protected void begin() {
        store.reset(BOARD, List.of(TASKS), Progress.NONE, 1);
    }

    protected void write(Progress expected, long next, StoredRow... rows) {
        store.write(new Batch(BOARD, expected, next, List.of(rows), List.of()));
    }

    protected static Progress at(long next) {
        return new Progress(1, next);
    }

    protected static StoredRow put(String id, long position, String... keys) {
        return StoredRow.put(TASKS, id, position, Set.of(keys), "{\"id\":\"" + id + "\"}");
    }

    protected static Parked parked(long position) {
        return new Parked(BOARD, position, "tasks.TaskClaimed", "java.lang.IllegalStateException", "no such row");
    }
}
