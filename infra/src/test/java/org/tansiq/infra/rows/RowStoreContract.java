package org.tansiq.infra.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tansiq.projections.shared.Row;
import org.tansiq.projections.shared.View;

/** What every row store does. */
public abstract class RowStoreContract {
    protected static final Edition BOARD = new Edition("board", 1);
    protected static final Edition CALENDAR = new Edition("calendar", 3);
    protected static final String TASKS = "tasks";
    protected static final String GHOUTA = "coalition:ghouta";
    protected static final String BERLIN = "holder:berlin";
    private static final Instant NOW = Instant.parse("2018-02-19T10:00:00Z");

    protected RowStore store;
    protected Lease lease = Lease.NONE;
    protected long generation;

    public record Titled(String id, String title) implements Row {
        @Override
        public Set<String> keys() {
            return Set.of(GHOUTA);
        }
    }

    /** The same rows each time it is called in one test. */
    protected abstract RowStore open();

    /** A stand-in for a server may know no better than to compare UTF-16 units. */
    protected boolean ordersByCodePoints() {
        return true;
    }

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
        assertThat(store.standing(BOARD)).isEqualTo(Standing.none(BOARD));
        assertThat(store.resume(BOARD)).isEqualTo(Standing.none(BOARD));
        assertThat(store.editions("board")).isEmpty();
        assertThat(store.sweep(BOARD)).isFalse();
    }

    @Test
    void what_was_never_built_is_not_read_as_if_it_were_empty() {
        assertThatThrownBy(() -> rows().get(TASKS, "permit")).isInstanceOf(Rebuilding.class);
        assertThatThrownBy(() -> rows().find(TASKS, GHOUTA)).isInstanceOf(Rebuilding.class);
        assertThatThrownBy(() -> rows().changes(TASKS, GHOUTA, -1, 10)).isInstanceOf(Rebuilding.class);
        assertThatThrownBy(() -> rows().scan(TASKS, row -> {})).isInstanceOf(Rebuilding.class);
        assertThatThrownBy(() -> rows().parked()).isInstanceOf(Rebuilding.class);
        begin();
        assertThat(rows().get(TASKS, "permit")).isEmpty();
        assertThat(rows().find(TASKS, GHOUTA)).isEmpty();
        assertThat(rows().changes(TASKS, GHOUTA, -1, 10)).isEmpty();
        assertThat(rows().parked()).isEmpty();
        assertThatThrownBy(() -> store.serving(CALENDAR).get("actions", "vigil"))
                .isInstanceOf(Rebuilding.class);
    }

    @Test
    void nothing_is_written_before_the_rows_were_begun() {
        lease = store.take(BOARD, Lease.NONE, "node").orElseThrow();
        assertThatThrownBy(() -> write(new Progress(1, 0), 1, put("permit", 0, GHOUTA)))
                .isInstanceOf(ProgressMoved.class);
    }

    @Test
    void a_row_is_found_by_its_id_and_by_each_of_its_keys() {
        var row = put("permit", 0, GHOUTA, BERLIN);
        begin();
        write(at(0), 1, row);
        assertThat(rows().get(TASKS, "permit")).contains(row);
        assertThat(rows().find(TASKS, GHOUTA)).containsExactly(row);
        assertThat(rows().find(TASKS, BERLIN)).containsExactly(row);
        assertThat(rows().find(TASKS, "holder:paris")).isEmpty();
        assertThat(rows().find("actions", GHOUTA)).isEmpty();
        assertThat(rows().get("actions", "permit")).isEmpty();
        assertThat(standsAt()).isEqualTo(at(1));
    }

    @Test
    void a_row_without_keys_is_found_by_its_id() {
        begin();
        write(at(0), 1, put("permit", 0));
        assertThat(rows().get(TASKS, "permit")).isPresent();
    }

    @Test
    void rows_come_in_the_order_of_their_ids_in_any_script() {
        begin();
        write(at(0), 1, put("حمص", 0, GHOUTA), put("b", 0, GHOUTA), put("a/1", 0, GHOUTA), put("B", 0, GHOUTA));
        assertThat(rows().find(TASKS, GHOUTA)).extracting(StoredRow::id).containsExactly("B", "a/1", "b", "حمص");
    }

    @Test
    void rows_of_a_key_come_page_by_page() {
        begin();
        write(at(0), 1, put("c", 0, GHOUTA), put("a/1", 0, GHOUTA), put("a/2", 0, BERLIN), put("b", 0, GHOUTA));
        assertThat(ids(rows().find(TASKS, GHOUTA, null, 2))).containsExactly("a/1", "b");
        assertThat(ids(rows().find(TASKS, GHOUTA, "b", 2))).containsExactly("c");
        assertThat(rows().find(TASKS, GHOUTA, "c", 2)).isEmpty();
    }

    @Test
    void a_later_row_takes_the_place_of_an_earlier_and_its_old_keys_find_it_no_more() {
        begin();
        write(at(0), 1, put("permit", 0, GHOUTA, BERLIN));
        var later = put("permit", 1, GHOUTA, "holder:paris");
        write(at(1), 2, later);
        assertThat(rows().get(TASKS, "permit")).contains(later);
        assertThat(rows().find(TASKS, GHOUTA)).containsExactly(later);
        assertThat(rows().find(TASKS, "holder:paris")).containsExactly(later);
        assertThat(rows().find(TASKS, BERLIN)).isEmpty();
        assertThat(rows().changes(TASKS, BERLIN, -1, 10)).isEmpty();
    }

    @Test
    void a_removed_row_is_only_among_the_changes() {
        var row = put("permit", 0, GHOUTA);
        begin();
        write(at(0), 1, row);
        write(at(1), 2, row.removedAt(1));
        assertThat(rows().get(TASKS, "permit")).isEmpty();
        assertThat(rows().find(TASKS, GHOUTA)).isEmpty();
        assertThat(rows().changes(TASKS, GHOUTA, 0, 10))
                .containsExactly(new StoredRow(TASKS, "permit", 1, true, List.of(GHOUTA), ""));
    }

    @Test
    void a_removed_row_may_come_back() {
        begin();
        write(at(0), 1, put("permit", 0, GHOUTA).removedAt(0));
        var back = put("permit", 1, GHOUTA);
        write(at(1), 2, back);
        assertThat(rows().get(TASKS, "permit")).contains(back);
        assertThat(rows().find(TASKS, GHOUTA)).containsExactly(back);
        assertThat(rows().changes(TASKS, GHOUTA, -1, 10)).containsExactly(back);
    }

    @Test
    void changes_come_in_the_order_of_the_log_and_only_what_came_after() {
        begin();
        write(at(0), 3, put("c", 0, GHOUTA), put("a", 2, GHOUTA), put("b", 1, GHOUTA), put("x", 1, BERLIN));
        assertThat(rows().changes(TASKS, GHOUTA, -1, 10))
                .extracting(StoredRow::id)
                .containsExactly("c", "b", "a");
        assertThat(rows().changes(TASKS, GHOUTA, 0, 10))
                .extracting(StoredRow::id)
                .containsExactly("b", "a");
        assertThat(rows().changes(TASKS, GHOUTA, 2, 10)).isEmpty();
    }

    @Test
    void changes_are_cut_between_events_and_never_within_one() {
        begin();
        write(at(0), 3, put("a", 0, GHOUTA), put("b", 1, GHOUTA), put("c", 1, GHOUTA), put("d", 2, GHOUTA));
        assertThat(rows().changes(TASKS, GHOUTA, -1, 1))
                .extracting(StoredRow::id)
                .containsExactly("a");
        assertThat(rows().changes(TASKS, GHOUTA, -1, 2))
                .extracting(StoredRow::id)
                .containsExactly("a", "b", "c");
        assertThat(rows().changes(TASKS, GHOUTA, -1, 3))
                .extracting(StoredRow::id)
                .containsExactly("a", "b", "c");
        assertThat(rows().changes(TASKS, GHOUTA, 1, 3))
                .extracting(StoredRow::id)
                .containsExactly("d");
    }

    @Test
    void a_batch_of_one_who_was_overtaken_leaves_nothing() {
        begin();
        write(at(0), 1, put("permit", 0, GHOUTA));
        for (var stale : List.of(at(0), at(2), new Progress(generation + 1, 1))) {
            assertThatThrownBy(() -> store.write(Batch.of(
                            BOARD,
                            lease.term(),
                            stale,
                            5,
                            List.of(put("permit", 4, BERLIN), put("other", 4, GHOUTA)),
                            List.of(parked(4)))))
                    .isInstanceOf(ProgressMoved.class);
        }
        assertThat(standsAt()).isEqualTo(at(1));
        assertThat(rows().find(TASKS, GHOUTA)).containsExactly(put("permit", 0, GHOUTA));
        assertThat(rows().find(TASKS, BERLIN)).isEmpty();
        assertThat(rows().parked()).isEmpty();
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
                assertThat(standsAt()).isEqualTo(at(from + 1));
            }
        }
        assertThat(rows().find(TASKS, GHOUTA)).hasSize(10);
        assertThat(IntStream.range(0, racers)
                        .mapToLong(racer -> rows().find(TASKS, "racer:" + racer).size())
                        .sum())
                .isEqualTo(10);
    }

    @Test
    void projections_move_on_without_each_other() {
        begin();
        var other = store.take(CALENDAR, Lease.NONE, "node").orElseThrow();
        store.serve(CALENDAR, other.term(), store.begin(CALENDAR, other.term()), null);
        write(at(0), 7, put("permit", 0, GHOUTA));
        assertThat(serving(CALENDAR).progress().next()).isZero();
        store.serve(CALENDAR, other.term(), store.begin(CALENDAR, other.term()), null);
        sweep(CALENDAR);
        assertThat(standsAt()).isEqualTo(at(7));
        assertThat(rows().find(TASKS, GHOUTA)).hasSize(1);
    }

    // The lease

    @Test
    void a_lease_is_taken_as_it_was_seen_and_by_one() {
        var first = store.take(BOARD, Lease.NONE, "a");
        assertThat(first).contains(new Lease("a", 1, 0));
        assertThat(store.take(BOARD, Lease.NONE, "b")).isEmpty();
        assertThat(store.standing(BOARD).lease()).isEqualTo(new Lease("a", 1, 0));
    }

    @Test
    void a_lease_whose_beat_was_raised_is_not_taken_by_one_who_saw_it_before() {
        var first = store.take(BOARD, Lease.NONE, "a").orElseThrow();
        var raised = store.beat(BOARD, first);
        assertThat(raised).contains(new Lease("a", 1, 1));
        assertThat(store.take(BOARD, first, "b")).isEmpty();
        assertThat(store.take(BOARD, raised.orElseThrow(), "b")).contains(new Lease("b", 2, 0));
    }

    @Test
    void one_who_lost_the_lease_neither_raises_nor_gives_it_up() {
        var first = store.take(BOARD, Lease.NONE, "a").orElseThrow();
        var second = store.take(BOARD, first, "b").orElseThrow();
        assertThat(store.beat(BOARD, first)).isEmpty();
        store.giveUp(BOARD, first);
        assertThat(store.standing(BOARD).lease()).isEqualTo(second);
    }

    @Test
    void a_lease_that_was_given_up_is_free_and_its_term_is_over() {
        begin();
        store.giveUp(BOARD, lease);
        var free = store.standing(BOARD).lease();
        assertThat(free.isFree()).isTrue();
        assertThatThrownBy(() -> write(at(0), 1, put("permit", 0, GHOUTA))).isInstanceOf(LeaseLost.class);
        assertThat(store.take(BOARD, free, "b")).contains(new Lease("b", lease.term() + 1, 0));
    }

    @Test
    void of_many_that_take_a_lease_one_gets_it() throws Exception {
        var racers = 8;
        var barrier = new CyclicBarrier(racers);
        try (var threads = Executors.newFixedThreadPool(racers)) {
            for (var round = 0; round < 10; round++) {
                var seen = store.standing(BOARD).lease();
                var tasks = IntStream.range(0, racers)
                        .mapToObj(racer -> (Callable<Boolean>) () -> {
                            barrier.await();
                            return store.take(BOARD, seen, "node-" + racer).isPresent();
                        })
                        .toList();
                var won = 0;
                for (var result : threads.invokeAll(tasks)) {
                    won += result.get() ? 1 : 0;
                }
                assertThat(won).isEqualTo(1);
            }
        }
    }

    @Test
    void nothing_that_comes_under_an_old_term_is_kept() {
        begin();
        write(at(0), 1, put("permit", 0, GHOUTA));
        var old = lease.term();
        var building = store.begin(BOARD, old);
        lease = store.take(BOARD, store.standing(BOARD).lease(), "b").orElseThrow();
        assertThatThrownBy(() -> store.write(
                        Batch.of(BOARD, old, at(1), 2, List.of(put("poster", 1, GHOUTA)), List.of(parked(1)))))
                .isInstanceOf(LeaseLost.class);
        assertThatThrownBy(() -> store.write(
                        Batch.of(BOARD, old, building, 2, List.of(put("poster", 1, GHOUTA)), List.of(parked(1)))))
                .isInstanceOf(LeaseLost.class);
        assertThatThrownBy(() -> store.begin(BOARD, old)).isInstanceOf(LeaseLost.class);
        assertThatThrownBy(() -> store.prepare(BOARD, old, building)).isInstanceOf(LeaseLost.class);
        assertThatThrownBy(() -> store.serve(BOARD, old, building, null)).isInstanceOf(LeaseLost.class);
        assertThat(standsAt()).isEqualTo(at(1));
        assertThat(store.standing(BOARD).building()).isEqualTo(building);
        assertThat(rows().find(TASKS, GHOUTA)).containsExactly(put("permit", 0, GHOUTA));
        assertThat(rows().parked()).isEmpty();
        write(at(1), 2, put("poster", 1, GHOUTA));
        assertThat(rows().find(TASKS, GHOUTA)).hasSize(2);
    }

    @Test
    void leases_of_two_versions_are_two() {
        var older = new Edition("board", 1);
        var newer = new Edition("board", 2);
        assertThat(store.take(older, Lease.NONE, "a")).isPresent();
        assertThat(store.take(newer, Lease.NONE, "b")).contains(new Lease("b", 1, 0));
        assertThat(store.standing(older).lease().owner()).isEqualTo("a");
        assertThat(store.editions("board")).containsExactlyInAnyOrder(older, newer);
    }

    // Generations

    @Test
    void what_is_built_is_not_seen_until_it_serves_and_then_nothing_else_is() {
        begin();
        write(at(0), 2, put("permit", 0, GHOUTA), put("old", 1, GHOUTA));
        var before = generation;
        var building = store.begin(BOARD, lease.term());
        assertThat(building.generation()).isNotEqualTo(before);
        var built = new Progress(building.generation(), 2);
        write(building, 2, put("permit", 0, GHOUTA, BERLIN), put("new", 1, GHOUTA));
        assertThat(ids(rows().find(TASKS, GHOUTA))).containsExactly("old", "permit");
        assertThat(rows().find(TASKS, BERLIN)).isEmpty();
        assertThat(ids(store.generation(building.generation()).find(TASKS, GHOUTA)))
                .containsExactly("new", "permit");
        assertThat(store.standing(BOARD).building()).isEqualTo(built);

        store.prepare(BOARD, lease.term(), built);
        store.serve(BOARD, lease.term(), built, null);
        assertThat(ids(rows().find(TASKS, GHOUTA))).containsExactly("new", "permit");
        assertThat(ids(rows().find(TASKS, BERLIN))).containsExactly("permit");
        assertThat(rows().get(TASKS, "old")).isEmpty();
        assertThat(ids(rows().changes(TASKS, GHOUTA, -1, 10))).containsExactly("permit", "new");
        assertThat(standsAt()).isEqualTo(built);
        assertThat(store.standing(BOARD).building()).isNull();
    }

    @Test
    void both_generations_are_written_while_one_serves() {
        begin();
        var building = store.begin(BOARD, lease.term());
        write(at(0), 1, put("permit", 0, GHOUTA));
        write(building, 3, put("poster", 2, GHOUTA));
        write(at(1), 2, put("permit", 1, GHOUTA));
        assertThat(standsAt()).isEqualTo(at(2));
        assertThat(store.standing(BOARD).building()).isEqualTo(new Progress(building.generation(), 3));
    }

    @Test
    void changes_are_told_of_what_was_loaded_before_it_was_prepared_and_of_what_came_after() {
        lease = store.take(BOARD, Lease.NONE, "node").orElseThrow();
        var building = store.begin(BOARD, lease.term());
        generation = building.generation();
        write(
                at(0),
                4,
                put("a", 0, GHOUTA),
                put("b", 1, GHOUTA, BERLIN),
                put("c", 2, GHOUTA).removedAt(3));
        write(at(4), 6, put("a", 5, GHOUTA), put("b", 4, BERLIN));
        store.prepare(BOARD, lease.term(), at(6));
        write(at(6), 8, put("c", 7, GHOUTA), put("a", 6, GHOUTA).removedAt(6));
        store.serve(BOARD, lease.term(), at(8), null);
        assertThat(rows().changes(TASKS, GHOUTA, -1, 10))
                .containsExactly(put("a", 6, GHOUTA).removedAt(6), put("c", 7, GHOUTA));
        assertThat(rows().changes(TASKS, BERLIN, -1, 10)).containsExactly(put("b", 4, BERLIN));
        assertThat(rows().find(TASKS, GHOUTA)).containsExactly(put("c", 7, GHOUTA));
        assertThat(rows().find(TASKS, BERLIN)).containsExactly(put("b", 4, BERLIN));
    }

    @Test
    void only_what_stands_where_it_is_said_to_stand_comes_to_serve() {
        begin();
        write(at(0), 1, put("permit", 0, GHOUTA));
        var building = store.begin(BOARD, lease.term());
        write(building, 1, put("poster", 0, GHOUTA));
        for (var wrong : List.of(building, new Progress(building.generation(), 2), at(1))) {
            assertThatThrownBy(() -> store.serve(BOARD, lease.term(), wrong, null))
                    .isInstanceOf(ProgressMoved.class);
        }
        assertThat(ids(rows().find(TASKS, GHOUTA))).containsExactly("permit");
    }

    @Test
    void a_generation_begins_without_rows_and_parked_events() {
        begin();
        store.write(Batch.of(BOARD, lease.term(), at(0), 3, List.of(put("permit", 0, GHOUTA)), List.of(parked(2))));
        rebuilt(0);
        assertThat(rows().get(TASKS, "permit")).isEmpty();
        assertThat(rows().changes(TASKS, GHOUTA, -1, 10)).isEmpty();
        assertThat(rows().parked()).isEmpty();
        write(at(0), 1, put("permit", 0, GHOUTA));
        assertThat(rows().changes(TASKS, GHOUTA, -1, 10)).hasSize(1);
    }

    @Test
    void what_is_begun_anew_takes_the_place_of_what_was_being_built() {
        begin();
        var first = store.begin(BOARD, lease.term());
        write(first, 1, put("permit", 0, GHOUTA));
        var second = store.begin(BOARD, lease.term());
        assertThat(store.standing(BOARD).building()).isEqualTo(second);
        assertThatThrownBy(() -> write(new Progress(first.generation(), 1), 2, put("poster", 1, GHOUTA)))
                .isInstanceOf(ProgressMoved.class);
        assertThat(store.generation(second.generation()).find(TASKS, GHOUTA)).isEmpty();
    }

    @Test
    void sweeping_drops_what_is_not_in_use_and_nothing_else() {
        begin();
        write(at(0), 1, put("old", 0, GHOUTA));
        rebuilt(1, put("permit", 0, GHOUTA));
        var building = store.begin(BOARD, lease.term());
        write(building, 1, put("poster", 0, GHOUTA));
        sweep(BOARD);
        assertThat(ids(rows().find(TASKS, GHOUTA))).containsExactly("permit");
        assertThat(ids(store.generation(building.generation()).find(TASKS, GHOUTA)))
                .containsExactly("poster");
        assertThat(generationsKept()).isEqualTo(2);
    }

    @Test
    void what_a_crash_left_of_generations_is_dropped_after_opening_again() {
        begin();
        write(at(0), 1, put("old", 0, GHOUTA));
        rebuilt(1, put("permit", 0, GHOUTA)); // and nobody sweeps
        store.close();
        store = open();
        lease = store.take(BOARD, store.standing(BOARD).lease(), "b").orElseThrow();
        store.resume(BOARD);
        sweep(BOARD);
        assertThat(ids(rows().find(TASKS, GHOUTA))).containsExactly("permit");
        assertThat(generationsKept()).isEqualTo(1);
    }

    @Test
    void readers_see_one_generation_or_the_other_while_they_take_turns() throws Exception {
        begin();
        write(at(0), 2, put("a", 0, "all", "g:" + generation), put("b", 1, "all", "g:" + generation));
        try (var threads = Executors.newFixedThreadPool(2)) {
            var building = threads.submit(() -> {
                for (var round = 0; round < 20; round++) {
                    var begun = store.begin(BOARD, lease.term());
                    var mark = "g:" + begun.generation();
                    write(begun, 2, put("a", 0, "all", mark), put("b", 1, "all", mark));
                    store.serve(BOARD, lease.term(), new Progress(begun.generation(), 2), null);
                    sweep(BOARD);
                }
                return true;
            });
            while (!building.isDone()) {
                var seen = rows().find(TASKS, "all");
                assertThat(seen).hasSize(2);
                assertThat(seen.get(0).keys()).isEqualTo(seen.get(1).keys());
                assertThat(rows().changes(TASKS, "all", 0, 10)).hasSize(1);
            }
            assertThat(building.get()).isTrue();
        }
    }

    // Versions

    @Test
    void rows_of_two_versions_serve_side_by_side() {
        begin();
        write(at(0), 1, put("permit", 0, GHOUTA));
        var newer = new Edition("board", 2);
        assertThatThrownBy(() -> store.serving(newer).find(TASKS, GHOUTA)).isInstanceOf(Rebuilding.class);
        var other = store.take(newer, Lease.NONE, "b").orElseThrow();
        var begun = store.begin(newer, other.term());
        store.write(Batch.of(newer, other.term(), begun, 1, List.of(put("poster", 0, GHOUTA)), List.of()));
        store.serve(newer, other.term(), new Progress(begun.generation(), 1), null);
        assertThat(ids(rows().find(TASKS, GHOUTA))).containsExactly("permit");
        assertThat(ids(store.serving(newer).find(TASKS, GHOUTA))).containsExactly("poster");
        write(at(1), 2, put("permit", 1, BERLIN));
        assertThat(store.serving(newer).find(TASKS, BERLIN)).isEmpty();
    }

    @Test
    void a_version_that_nobody_works_with_is_given_up_with_its_rows() {
        begin();
        write(at(0), 1, put("permit", 0, GHOUTA));
        store.giveUp(BOARD, lease);
        store.retire(BOARD, store.standing(BOARD).lease());
        assertThatThrownBy(() -> rows().find(TASKS, GHOUTA)).isInstanceOf(Rebuilding.class);
        sweep(BOARD);
        assertThat(store.editions("board")).isEmpty();
        assertThat(generationsKept()).isZero();
    }

    @Test
    void a_version_whose_lease_has_moved_is_not_given_up() {
        begin();
        write(at(0), 1, put("permit", 0, GHOUTA));
        assertThat(store.beat(BOARD, lease)).isPresent();
        store.retire(BOARD, lease);
        sweep(BOARD);
        assertThat(rows().find(TASKS, GHOUTA)).hasSize(1);
        assertThat(store.editions("board")).containsExactly(BOARD);
    }

    @Test
    void a_version_that_was_given_up_may_come_back_and_is_built_anew() {
        begin();
        write(at(0), 1, put("permit", 0, GHOUTA));
        store.retire(BOARD, lease);
        lease = store.take(BOARD, store.standing(BOARD).lease(), "b").orElseThrow();
        assertThat(store.resume(BOARD).serving()).isNull();
        rebuilt(1, put("poster", 0, GHOUTA));
        sweep(BOARD);
        assertThat(ids(rows().find(TASKS, GHOUTA))).containsExactly("poster");
        assertThat(store.editions("board")).containsExactly(BOARD);
    }

    // Rows that come late

    @Test
    void rows_set_by_a_repair_are_told_to_all_who_have_read_so_far() {
        begin();
        write(at(0), 5, put("a", 1, GHOUTA), put("b", 4, GHOUTA));
        repair(at(5), put("a", 4, GHOUTA, BERLIN));
        assertThat(ids(rows().changes(TASKS, GHOUTA, 3, 10))).containsExactly("a", "b");
        assertThat(rows().changes(TASKS, GHOUTA, 4, 10)).isEmpty();
        assertThat(serving(BOARD).repairs()).isEqualTo(1);

        write(at(5), 6); // news, if only that an event changed nothing
        assertThat(rows().changes(TASKS, GHOUTA, 4, 10))
                .containsExactly(put("a", 5, GHOUTA, BERLIN), put("b", 5, GHOUTA));
        assertThat(rows().changes(TASKS, GHOUTA, 5, 10)).isEmpty();
        assertThat(ids(rows().changes(TASKS, GHOUTA, 3, 10))).containsExactly("a", "b");
    }

    @Test
    void rows_that_came_late_and_what_the_next_event_set_are_told_together() {
        begin();
        write(at(0), 5, put("a", 1, GHOUTA), put("b", 3, GHOUTA));
        repair(at(5), put("b", 4, GHOUTA));
        write(at(5), 8, put("c", 5, GHOUTA), put("a", 6, GHOUTA));
        assertThat(rows().changes(TASKS, GHOUTA, 4, 1)).containsExactly(put("b", 5, GHOUTA), put("c", 5, GHOUTA));
        assertThat(rows().changes(TASKS, GHOUTA, 5, 1)).containsExactly(put("a", 6, GHOUTA));
        write(at(8), 9, put("b", 8, GHOUTA)); // it came late no more
        assertThat(ids(rows().changes(TASKS, GHOUTA, 4, 10))).containsExactly("c", "a", "b");
    }

    @Test
    void rows_that_a_rebuild_found_to_differ_are_told_to_all_who_have_read_the_rows_before() {
        begin();
        write(at(0), 5, put("a", 0, GHOUTA), put("b", 1, GHOUTA), put("c", 4, GHOUTA));
        var building = store.begin(BOARD, lease.term());
        write(building, 3, put("a", 2, GHOUTA, BERLIN), put("b", 1, GHOUTA));
        write(new Progress(building.generation(), 3), 5, put("c", 4, GHOUTA));
        store.serve(BOARD, lease.term(), new Progress(building.generation(), 5), new Belated(2, 4));
        generation = building.generation();

        assertThat(ids(rows().changes(TASKS, GHOUTA, 1, 10))).containsExactly("a", "c");
        assertThat(rows().changes(TASKS, GHOUTA, 2, 10))
                .containsExactly(put("a", 4, GHOUTA, BERLIN), put("c", 4, GHOUTA));
        assertThat(rows().changes(TASKS, GHOUTA, 3, 1))
                .containsExactly(put("a", 4, GHOUTA, BERLIN), put("c", 4, GHOUTA));
        assertThat(rows().changes(TASKS, GHOUTA, 4, 10)).isEmpty();
        write(at(5), 7, put("c", 6, GHOUTA));
        assertThat(rows().changes(TASKS, GHOUTA, 4, 10))
                .containsExactly(put("a", 5, GHOUTA, BERLIN), put("c", 6, GHOUTA));
        assertThat(ids(rows().changes(TASKS, GHOUTA, 5, 10))).containsExactly("c");
    }

    @Test
    void what_came_late_is_remembered_up_to_a_number() {
        begin();
        for (var i = 0; i < Serving.BELATED_MAX + 5; i++) {
            write(at(i), i + 1);
            repair(at(i + 1), put("a", i, GHOUTA));
        }
        assertThat(serving(BOARD).belated())
                .hasSize(Serving.BELATED_MAX)
                .startsWith(new Belated(5, 5))
                .endsWith(new Belated(Serving.BELATED_MAX + 4L, Serving.BELATED_MAX + 4L));
        assertThat(serving(BOARD).repairs()).isEqualTo(Serving.BELATED_MAX + 5L);
    }

    // Reading all of a view

    @Test
    void a_scan_visits_what_serves_in_the_order_of_ids_without_what_was_removed() {
        begin();
        write(at(0), 4, put("b", 0, GHOUTA), put("a", 1), put("c", 2).removedAt(3), put("حمص", 2, BERLIN));
        var building = store.begin(BOARD, lease.term());
        write(building, 1, put("elsewhere", 0, GHOUTA));
        var seen = new ArrayList<StoredRow>();
        rows().scan(TASKS, seen::add);
        assertThat(seen).containsExactly(put("a", 1), put("b", 0, GHOUTA), put("حمص", 2, BERLIN));
        rows().scan("actions", row -> {
            throw new AssertionError(row);
        });
    }

    @Test
    void a_scan_visits_other_rows_once_others_serve() {
        begin();
        write(at(0), 1, put("old", 0, GHOUTA));
        rebuilt(1, put("permit", 0, GHOUTA));
        var seen = new ArrayList<StoredRow>();
        rows().scan(TASKS, seen::add);
        assertThat(ids(seen)).containsExactly("permit");
    }

    @Test
    void pages_adjoin_and_have_the_marks_of_removed_rows() {
        begin();
        write(at(0), 9, put("a", 0, GHOUTA), put("a/1", 1, GHOUTA).removedAt(1), put("b", 2), put("\uFF21", 4));
        var page = rows().page(TASKS, null, 2);
        assertThat(ids(page)).containsExactly("a", "a/1");
        assertThat(page.getLast().removed()).isTrue();
        assertThat(ids(rows().page(TASKS, "a/1", 10))).containsExactly("b", "\uFF21");
        assertThat(rows().page(TASKS, "\uFF21", 10)).isEmpty();
        assertThat(rows().page("actions", null, 10)).isEmpty();
    }

    @Test
    void ids_are_in_the_order_of_their_code_points() {
        assumeTrue(ordersByCodePoints());
        begin();
        write(at(0), 9, put("\uD83D\uDD6F", 3), put("\uFF21", 4));
        assertThat(ids(rows().page(TASKS, null, 10))).containsExactly("\uFF21", "\uD83D\uDD6F");
    }

    @Test
    void generations_that_are_begun_at_the_same_moment_have_numbers_of_their_own() throws Exception {
        var count = 8;
        var barrier = new CyclicBarrier(count);
        var begun = new ArrayList<Future<Progress>>();
        try (var threads = Executors.newFixedThreadPool(count)) {
            for (var n = 0; n < count; n++) {
                var edition = new Edition("side" + n, 1);
                var held = store.take(edition, Lease.NONE, "node").orElseThrow();
                begun.add(threads.submit(() -> {
                    barrier.await();
                    return store.begin(edition, held.term());
                }));
            }
        }
        var numbers = new HashSet<Long>();
        for (var each : begun) {
            numbers.add(each.get().generation());
        }
        assertThat(numbers).hasSize(count);
    }

    // Parked events

    @Test
    void parked_events_come_in_the_order_of_the_log() {
        begin();
        store.write(Batch.of(BOARD, lease.term(), at(0), 20, List.of(), List.of(parked(11), parked(2))));
        assertThat(rows().parked()).containsExactly(parked(2), parked(11));
        assertThat(rows().waiting()).isEqualTo(2);
    }

    @Test
    void a_parked_event_may_be_of_no_coalition() {
        begin();
        var alone = new Parked(
                "board", 3, "members.OrganizationRegistered", null, "x.Y", "", NOW, Parked.State.WAITING, "");
        store.write(Batch.of(BOARD, lease.term(), at(0), 20, List.of(), List.of(alone)));
        assertThat(rows().parked()).containsExactly(alone);
    }

    @Test
    void what_is_kept_about_a_parked_event_is_replaced_and_what_is_released_is_gone() {
        begin();
        store.write(Batch.of(BOARD, lease.term(), at(0), 20, List.of(), List.of(parked(2), parked(11), parked(12))));
        var skipped = parked(2).skipped("nobody needs it", NOW.plusSeconds(5));
        store.write(new Batch(BOARD, lease.term(), at(20), 20, List.of(), List.of(skipped), List.of(11L), null));
        assertThat(rows().parked()).containsExactly(skipped, parked(12));
        assertThat(rows().waiting()).isEqualTo(1);
        store.write(Batch.of(BOARD, lease.term(), at(20), 21, List.of(), List.of(parked(11))));
        assertThat(rows().parked()).containsExactly(skipped, parked(11), parked(12));
    }

    // Requests

    @Test
    void a_request_waits_until_it_is_answered_or_taken_back() {
        begin();
        var retry = new Request("r1", Request.Kind.RETRY, 7, "");
        var skip = new Request("r2", Request.Kind.SKIP, 8, "nobody needs it");
        store.ask(BOARD, retry);
        store.ask(BOARD, skip);
        assertThat(store.standing(BOARD).requests()).containsExactly(retry, skip);
        assertThat(store.outcome(BOARD, "r1")).isEmpty();
        store.answer(BOARD, lease.term(), "r1", Outcome.STILL_FAILING);
        assertThat(store.standing(BOARD).requests()).containsExactly(skip);
        assertThat(store.outcome(BOARD, "r1")).contains(Outcome.STILL_FAILING);
        store.forget(BOARD, "r1");
        store.forget(BOARD, "r2");
        assertThat(store.standing(BOARD).requests()).isEmpty();
        assertThat(store.outcome(BOARD, "r1")).isEmpty();
        store.answer(BOARD, lease.term(), "r2", Outcome.DONE);
        assertThat(store.outcome(BOARD, "r2")).isEmpty();
    }

    @Test
    void one_who_lost_the_lease_answers_nothing() {
        begin();
        store.ask(BOARD, new Request("r1", Request.Kind.REBUILD, -1, ""));
        assertThat(store.take(BOARD, lease, "b")).isPresent();
        try {
            store.answer(BOARD, lease.term(), "r1", Outcome.DONE);
        } catch (LeaseLost said) {
            assertThat(said).isNotNull();
        }
        assertThat(store.outcome(BOARD, "r1")).isEmpty();
        assertThat(store.standing(BOARD).requests()).hasSize(1);
    }

    @Test
    void a_request_may_come_before_anybody_works() {
        store.ask(BOARD, new Request("r1", Request.Kind.REBUILD, -1, ""));
        begin();
        assertThat(store.standing(BOARD).requests()).hasSize(1);
    }

    @Test
    void everything_is_there_after_opening_again() {
        begin();
        var row = put("permit", 0, GHOUTA);
        store.write(Batch.of(BOARD, lease.term(), at(0), 2, List.of(row), List.of(parked(1))));
        repair(at(2), put("poster", 1, GHOUTA));
        store.close();
        store = open();
        assertThat(store.resume(BOARD).serving()).isEqualTo(new Serving(at(2), List.of(new Belated(1, 1)), 1));
        assertThat(rows().find(TASKS, GHOUTA)).containsExactly(row, put("poster", 1, GHOUTA));
        assertThat(rows().parked()).containsExactly(parked(1));
    }

    @Test
    void a_row_is_read_as_its_view_says() {
        begin();
        var json = "{\"id\":\"permit\",\"title\":\"تصريح \\\"$set\\\" . \\u0000\"}";
        write(at(0), 1, StoredRow.put(TASKS, "permit", 0, Set.of(GHOUTA), json));
        assertThat(rows().get(TASKS, "permit"))
                .get()
                .extracting(StoredRow::json)
                .isEqualTo(json);
        var view = new View<>(TASKS, Titled.class);
        var titled = new Titled("permit", "تصريح \"$set\" . \0");
        assertThat(rows().get(view, "permit")).contains(titled);
        assertThat(rows().find(view, GHOUTA)).containsExactly(titled);
    }

    @Test
    void a_batch_of_many_large_rows_is_kept_whole() {
        begin();
        var large = IntStream.range(0, 40)
                .mapToObj(i -> StoredRow.put(TASKS, "row-" + i, i, Set.of(GHOUTA), "\"" + "ع".repeat(500_000) + "\""))
                .toList();
        store.write(Batch.of(BOARD, lease.term(), at(0), 40, large, List.of()));
        assertThat(rows().find(TASKS, GHOUTA)).containsExactlyInAnyOrderElementsOf(large);
        assertThat(standsAt()).isEqualTo(at(40));
        write(at(40), 41, put("row-0", 40, GHOUTA));
        assertThat(rows().get(TASKS, "row-0")).contains(put("row-0", 40, GHOUTA));
    }

    /** How many generations anything is kept of, those in use and others. */
    protected abstract long generationsKept();

    protected RowReader rows() {
        return store.serving(BOARD);
    }

    protected void begin() {
        lease = store.take(BOARD, store.standing(BOARD).lease(), "node").orElseThrow();
        rebuilt(0);
    }

    /** Another generation with these rows comes to serve. */
    protected void rebuilt(long next, StoredRow... rows) {
        var building = store.begin(BOARD, lease.term());
        generation = building.generation();
        if (next > 0) {
            write(building, next, rows);
        }
        store.serve(BOARD, lease.term(), at(next), null);
    }

    protected void write(Progress from, long next, StoredRow... rows) {
        store.write(Batch.of(BOARD, lease.term(), from, next, List.of(rows), List.of()));
    }

    private void repair(Progress from, StoredRow... rows) {
        var now = from.next() - 1;
        store.write(new Batch(
                BOARD, lease.term(), from, from.next(), List.of(rows), List.of(), List.of(), new Belated(now, now)));
    }

    protected void sweep(Edition edition) {
        while (store.sweep(edition)) {
            assertThat(edition).isNotNull();
        }
    }

    protected Serving serving(Edition edition) {
        return Objects.requireNonNull(store.standing(edition).serving());
    }

    protected Progress standsAt() {
        return serving(BOARD).progress();
    }

    protected Progress at(long next) {
        return new Progress(generation, next);
    }

    private static List<String> ids(List<StoredRow> rows) {
        return rows.stream().map(StoredRow::id).toList();
    }

    protected static StoredRow put(String id, long position, String... keys) {
        return StoredRow.put(TASKS, id, position, Set.of(keys), "{\"id\":\"" + id + "\"}");
    }

    protected static Parked parked(long position) {
        return new Parked(
                "board",
                position,
                "tasks.TaskClaimed",
                "ghouta",
                "java.lang.IllegalStateException",
                "no such row",
                NOW,
                Parked.State.WAITING,
                "");
    }
}
