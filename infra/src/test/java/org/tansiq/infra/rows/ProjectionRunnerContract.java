package org.tansiq.infra.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.shared.Fact;
import org.tansiq.infra.json.Unreadable;
import org.tansiq.infra.json.UnreadableJson;
import org.tansiq.projections.shared.Recorded;
import org.tansiq.projections.shared.View;

/** What a runner does with every row store. */
public abstract class ProjectionRunnerContract extends RunnerFixture {
    /** Leaves the store as a process does that dies in the midst of this write, after the point of no return. */
    protected abstract void dieWriting(RowStore store, Batch batch);

    @Test
    void events_become_rows() {
        var store = store("a");
        source.append(put("a", "north"), put("b", "north"), put("c", "south"), taken("c"));
        upToDate(runner(new Notes(1), store));
        assertThat(store.serving(NOTES).find(Notes.NOTES, "wall:north"))
                .containsExactly(new Notes.Note("a", "north", "a"), new Notes.Note("b", "north", "b"));
        assertThat(store.serving(NOTES).find(Notes.PAIRS, "note:b")).containsExactly(new Notes.Pair("a+b", "a", "b"));
        assertThat(store.serving(NOTES).get(Notes.NOTES, "c")).isEmpty();
        assertThat(next(store)).isEqualTo(4);
        assertThat(store.serving(NOTES).get("notes", "a").orElseThrow().position())
                .isZero();
        assertThat(store.serving(NOTES).changes("notes", Notes.ALL, 2, 10))
                .containsExactly(new StoredRow("notes", "c", 3, true, List.of(Notes.ALL, "wall:south"), ""));
    }

    @Test
    void the_rows_are_the_same_whatever_the_batches() {
        var seed = new Random().nextLong();
        source.append(story(seed, 300));
        var expected = fold("one", 1);
        assertThat(expected.values()).isNotEmpty();
        for (var batch : List.of(2, 7, 64, 500)) {
            assertThat(fold("batch-" + batch, batch))
                    .as("seed %d, batches of %d", seed, batch)
                    .isEqualTo(expected);
        }
    }

    @Test
    void the_rows_are_the_same_however_often_it_stops_and_starts() {
        var seed = new Random().nextLong();
        source.append(story(seed, 200));
        var expected = fold("one", 1);
        var stopped = store("stopped");
        for (var end = 20; end <= 200; end += 20) {
            var seen = end;
            var part = new EventSource() {
                @Override
                public long head() {
                    return seen;
                }

                @Override
                public List<Recorded> read(long from, int limit) {
                    return from >= seen ? List.of() : source.read(from, (int) Math.min(limit, seen - from));
                }

                @Override
                public void visitCoalition(String coalition, long before, Consumer<Recorded> visitor) {
                    source.visitCoalition(coalition, before, visitor);
                }

                @Override
                public Optional<String> coalitionOf(long position) {
                    return source.coalitionOf(position);
                }
            };
            try (var runner = new ProjectionRunner(new Notes(1), part, stopped, batchesOf(6))) {
                runner.start();
                assertThat(runner.awaitPosition(seen - 1, LONG)).isTrue();
            }
        }
        assertThat(rows(stopped)).as("seed %d", seed).isEqualTo(expected);
    }

    @Test
    void the_rows_are_the_same_however_often_it_dies_while_it_writes() {
        var seed = new Random().nextLong();
        source.append(story(seed, 200));
        var expected = fold("one", 1);
        var store = store("dying");
        var writes = new AtomicInteger();
        var dying = new HookedRowStore(store, new HookedRowStore.Hook() {
            @Override
            public void before(String operation, @Nullable Batch batch) {
                if (batch != null && writes.incrementAndGet() % 3 == 0) {
                    dieWriting(store, batch);
                    throw new RowStoreFailure("died", new IllegalStateException());
                }
            }
        });
        upToDate(runner(new Notes(1), dying, batchesOf(7))).stop();
        assertThat(rows(store)).as("seed %d", seed).isEqualTo(expected);
        source.append(story(seed + 1, 60));
        var all = fold("all", 1);
        upToDate(runner(new Notes(1), dying, batchesOf(7)));
        assertThat(rows(store)).as("seed %d", seed).isEqualTo(all);
    }

    @Test
    void it_goes_on_where_it_was_and_applies_nothing_twice() {
        var store = store("a");
        var applied = new CopyOnWriteArrayList<Long>();
        var counting = new Listening(new Notes(1), event -> applied.add(event.position()));
        source.append(story(1, 50));
        upToDate(runner(counting, store)).stop();
        source.append(put("late", "north"));
        upToDate(runner(counting, store));
        assertThat(applied).doesNotHaveDuplicates().hasSize(51);
        assertThat(store.serving(NOTES).get(Notes.NOTES, "late")).isPresent();
    }

    @Test
    void what_changes_no_row_is_reached_but_stored_only_with_what_does() {
        var store = store("a");
        source.append(put("a", "north"));
        var runner = upToDate(runner(new Notes(1), store, batchesOf(1)));
        source.append(taken("unknown"), taken("unknown"));
        upToDate(runner);
        assertThat(runner.position()).isEqualTo(2);
        assertThat(next(store)).isEqualTo(1);

        source.append(put("b", "north"));
        upToDate(runner);
        assertThat(next(store)).isEqualTo(4);
        assertThat(pairs(store)).containsExactly(new Notes.Pair("a+b", "a", "b"));
    }

    @Test
    void what_changes_no_row_is_stored_after_a_while_where_others_wait_to_hear_of_it() {
        var store = store("a");
        source.append(put("a", "north"));
        upToDate(runner(new Notes(1), store, QUICK.withPublish(Duration.ofMillis(30))));
        source.append(taken("unknown"));
        eventually(() -> next(store) == 2);
    }

    @Test
    void after_a_stop_it_reads_again_what_changed_no_row() {
        var store = store("a");
        source.append(put("a", "north"));
        var runner = upToDate(runner(new Notes(1), store, batchesOf(1)));
        source.append(taken("unknown"));
        upToDate(runner).stop();
        source.append(put("b", "north"));
        upToDate(runner(new Notes(1), store));
        assertThat(notes(store)).extracting(Notes.Note::id).containsExactly("a", "b");
        assertThat(next(store)).isEqualTo(3);
    }

    @Test
    void a_long_row_of_what_changes_no_row_is_stored_now_and_then() {
        var store = store("a");
        var runner = upToDate(runner(new Notes(1), store));
        assertThat(runner.awaitServing(LONG)).isTrue();
        source.append(Collections.nCopies(5_000, taken("unknown")).toArray(Fact[]::new));
        upToDate(runner);
        assertThat(next(store)).isEqualTo(5_000);
    }

    @Test
    void it_may_be_stopped_and_started_again() {
        var store = store("a");
        var runner = runner(new Notes(1), store);
        source.append(put("a", "north"));
        upToDate(runner).stop();
        source.append(put("b", "north"));
        assertThat(runner.awaitPosition(1, Duration.ofMillis(50))).isFalse();
        upToDate(runner);
        assertThat(store.serving(NOTES).find(Notes.NOTES, "wall:north")).hasSize(2);
    }

    @Test
    void an_event_that_throws_is_parked_with_none_of_its_rows_and_others_go_on() {
        var store = store("a");
        source.append(put("a", "north"), new Notes.Burnt("b", NOW), put("c", "north"));
        upToDate(runner(new Notes(1), store));
        assertThat(notes(store)).extracting(Notes.Note::id).containsExactly("a", "c");
        assertThat(store.serving(NOTES).parked()).singleElement().satisfies(parked -> {
            assertThat(parked.projection()).isEqualTo("notes");
            assertThat(parked.position()).isEqualTo(1);
            assertThat(parked.event()).isEqualTo("notes.Burnt");
            assertThat(parked.coalition()).isEqualTo(Notes.COALITION);
            assertThat(parked.error()).isEqualTo("java.lang.IllegalStateException");
            assertThat(parked.message()).isEqualTo("Nothing is left of b.");
            assertThat(parked.state()).isEqualTo(Parked.State.WAITING);
            assertThat(parked.reason()).isEmpty();
        });
        assertThat(next(store)).isEqualTo(3);
    }

    @Test
    void an_event_that_cannot_be_read_is_parked_and_others_go_on() {
        var store = store("a");
        source.append(
                put("a", "north"),
                new Unreadable("notes.Painted", "3", new UnreadableJson("No event is called so.", null), NOW),
                put("c", "north"));
        upToDate(runner(new Notes(1), store));
        assertThat(notes(store)).hasSize(2);
        assertThat(store.serving(NOTES).parked()).singleElement().satisfies(parked -> {
            assertThat(parked.event()).isEqualTo("notes.Painted");
            assertThat(parked.error()).isEqualTo(UnreadableJson.class.getName());
            assertThat(parked.message()).isEqualTo("No event is called so.");
        });
    }

    @Test
    void a_row_for_a_view_of_another_projection_parks_its_event() {
        var store = store("a");
        var elsewhere = new View<>("elsewhere", Notes.Note.class);
        var trespassing = new Listening(new Notes(1), (event, rows) -> {
            if (event.position() == 0) {
                rows.put(elsewhere, new Notes.Note("x", "x", "x"));
            }
        });
        source.append(put("a", "north"), put("b", "north"));
        upToDate(runner(trespassing, store));
        assertThat(store.serving(NOTES).parked()).extracting(Parked::position).containsExactly(0L);
        assertThat(store.serving(NOTES).get(elsewhere, "x")).isEmpty();
        assertThat(store.serving(NOTES).get(Notes.NOTES, "b")).isPresent();
    }

    @Test
    void it_sees_what_is_appended_when_it_is_told_and_when_it_is_not() throws Exception {
        var store = store("a");
        var told = runner(new Notes(1), store, QUICK.withPoll(Duration.ofHours(1)));
        told.start();
        for (var i = 0; i < 50; i++) {
            source.append(put("n" + i, "wall-" + i));
            told.moved();
            assertThat(told.awaitPosition(i, LONG)).isTrue();
        }
        told.stop();
        var polling = runner(new Notes(1), store);
        polling.start();
        assertThat(polling.awaitPosition(49, LONG)).isTrue();
        source.append(put("m", "north"));
        assertThat(polling.awaitPosition(50, LONG)).isTrue();
    }

    @Test
    void waiting_ends_when_the_position_is_reached_or_the_time_is_over_or_it_stops() throws Exception {
        var runner = runner(new Notes(1), store("a"));
        source.append(put("a", "north"));
        upToDate(runner);
        assertThat(runner.position()).isZero();
        assertThat(runner.status().lag()).isZero();
        assertThat(runner.awaitPosition(-1, Duration.ZERO)).isTrue();
        assertThat(runner.awaitPosition(0, Duration.ZERO)).isTrue();
        assertThat(runner.awaitPosition(1, Duration.ofMillis(30))).isFalse();
        try (var threads = Executors.newSingleThreadExecutor()) {
            var waiting = threads.submit(() -> runner.awaitPosition(1, LONG));
            source.append(put("b", "north"));
            runner.moved();
            assertThat(waiting.get()).isTrue();
            var inVain = threads.submit(() -> runner.awaitPosition(2, Duration.ofHours(1)));
            runner.stop();
            assertThat(inVain.get(20, TimeUnit.SECONDS)).isFalse();
        }
    }

    @Test
    void whoever_listens_hears_which_views_changed_once_they_can_be_read() {
        var store = store("a");
        var runner = runner(new Notes(1), store);
        upToDate(runner);
        assertThat(runner.awaitServing(LONG)).isTrue();
        eventually(() -> runner.status().state() == ProjectionStatus.State.RUNNING);
        var heard = new CopyOnWriteArrayList<String>();
        runner.listen((views, position) -> {
            throw new IllegalStateException("A listener that fails hinders nobody.");
        });
        runner.listen((views, position) -> heard.add(new TreeSet<>(views) + " " + position + " "
                + store.serving(NOTES).find("notes", Notes.ALL).size()));
        var done = new CountDownLatch(1);
        runner.listen((views, position) -> {
            if (position == 2) {
                done.countDown();
            }
        });
        append(runner, put("a", "north"));
        append(runner, taken("nothing"));
        append(runner, put("b", "north"));
        await(done);
        // That the empty rows serve may be told only now.
        heard.remove("[notes, pairs] -1 0");
        assertThat(heard).containsExactly("[notes] 0 1", "[notes, pairs] 2 2");
    }

    @Test
    void it_waits_while_the_store_is_out_of_reach_and_parks_nothing() {
        var store = store("a");
        source.append(story(7, 60));
        var expected = fold("expected", 1);
        var failures = new ConcurrentHashMap<>(Map.of(
                "before get",
                2,
                "before find",
                2,
                "before write",
                3,
                "after write",
                2,
                "before serve",
                1,
                "after serve",
                1,
                "before standing",
                2,
                "before take",
                1,
                "after begin",
                1));
        var failing = new HookedRowStore(store, new HookedRowStore.Hook() {
            @Override
            public void before(String operation, @Nullable Batch batch) {
                fail("before " + operation);
            }

            @Override
            public void after(String operation, @Nullable Batch batch) {
                fail("after " + operation);
            }

            private void fail(String when) {
                var left = failures.computeIfPresent(when, (same, before) -> before - 1);
                if (left != null && left >= 0) {
                    throw new RowStoreFailure("out of reach", new IllegalStateException());
                }
            }
        });
        upToDate(runner(new Notes(1), failing, batchesOf(5)));
        assertThat(failures.values()).allMatch(left -> left <= 0);
        assertThat(rows(store)).isEqualTo(expected);
        assertThat(store.serving(NOTES).parked()).hasSameSizeAs(parkedIn("expected"));
    }

    @Test
    void it_waits_while_the_log_is_out_of_reach() {
        var failures = new AtomicInteger(3);
        var store = store("a");
        source.append(put("a", "north"));
        var failing = new EventSource() {
            @Override
            public long head() {
                return source.head();
            }

            @Override
            public List<Recorded> read(long from, int limit) {
                if (failures.getAndDecrement() > 0) {
                    throw new IllegalStateException("no log");
                }
                return source.read(from, limit);
            }

            @Override
            public void visitCoalition(String coalition, long before, Consumer<Recorded> visitor) {
                source.visitCoalition(coalition, before, visitor);
            }

            @Override
            public Optional<String> coalitionOf(long position) {
                return source.coalitionOf(position);
            }
        };
        var runner = new ProjectionRunner(new Notes(1), failing, store, QUICK);
        closing(runner);
        runner.start();
        assertThat(runner.awaitPosition(0, LONG)).isTrue();
    }

    @Test
    void rows_that_are_ahead_of_the_log_are_left_alone() {
        var store = store("a");
        source.append(put("a", "north"), put("b", "north"));
        upToDate(runner(new Notes(1), store)).stop();
        var shorter = new ListSource();
        shorter.append(put("x", "north"));
        var runner = new ProjectionRunner(new Notes(1), shorter, store, QUICK);
        closing(runner);
        runner.start();
        assertThat(runner.awaitPosition(0, Duration.ofMillis(200))).isFalse();
        assertThat(next(store)).isEqualTo(2);
        shorter.append(put("y", "north"), put("z", "north"));
        assertThat(runner.awaitPosition(2, LONG)).isTrue();
    }

    @Test
    void it_says_how_it_is_doing() {
        var store = store("a");
        var runner = runner(new Notes(1), store);
        assertThat(runner.status().state()).isEqualTo(ProjectionStatus.State.REBUILDING);
        source.append(put("a", "north"), new Notes.Burnt("b", NOW), put("c", "north"));
        upToDate(runner);
        eventually(() -> runner.status().state() == ProjectionStatus.State.RUNNING);
        var status = runner.status();
        assertThat(status.name()).isEqualTo("notes");
        assertThat(status.version()).isEqualTo(1);
        assertThat(status.position()).isEqualTo(2);
        assertThat(status.head()).isEqualTo(3);
        assertThat(status.lag()).isZero();
        assertThat(status.waiting()).isEqualTo(1);
        assertThat(status.holder()).isNotEmpty();
        assertThat(status.building()).isNull();
    }

    @Test
    void it_says_so_while_it_waits_for_a_store() {
        var store = store("a");
        var reachable = new AtomicBoolean();
        var runner = runner(new Notes(1), new HookedRowStore(store, new HookedRowStore.Hook() {
            @Override
            public void before(String operation, @Nullable Batch batch) {
                if (!reachable.get()) {
                    throw new RowStoreFailure("out of reach", new IllegalStateException());
                }
            }
        }));
        runner.start();
        eventually(() -> runner.status().state() == ProjectionStatus.State.WAITING);
        reachable.set(true);
        eventually(() -> runner.status().state() == ProjectionStatus.State.RUNNING);
    }
}
