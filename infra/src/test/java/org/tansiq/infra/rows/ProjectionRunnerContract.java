package org.tansiq.infra.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.shared.Fact;
import org.tansiq.infra.json.Unreadable;
import org.tansiq.infra.json.UnreadableJson;
import org.tansiq.projections.shared.Projection;
import org.tansiq.projections.shared.Recorded;
import org.tansiq.projections.shared.Rows;
import org.tansiq.projections.shared.View;

/** What a runner does with every row store. */
public abstract class ProjectionRunnerContract {
    private static final Instant NOW = Instant.parse("2018-02-19T10:00:00Z");
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final ProjectionRunner.Settings QUICK =
            new ProjectionRunner.Settings(500, Duration.ofMillis(20), Duration.ofMillis(1), Duration.ofMillis(20));

    private final ListSource source = new ListSource();
    private final List<AutoCloseable> open = new ArrayList<>();

    /** The store called so; the same rows whenever it is opened in one test. */
    protected abstract RowStore open(String name);

    /** Leaves the store as a process does that dies in the midst of this write, after the point of no return. */
    protected abstract void dieWriting(RowStore store, Batch batch);

    @AfterEach
    void close_all() throws Exception {
        for (var closeable : open.reversed()) {
            closeable.close();
        }
    }

    @Test
    void events_become_rows() {
        var store = store("a");
        source.append(put("a", "north"), put("b", "north"), put("c", "south"), taken("c"));
        upToDate(runner(new Notes(1), store));
        assertThat(store.find(Notes.NOTES, "wall:north"))
                .containsExactly(new Notes.Note("a", "north", "a"), new Notes.Note("b", "north", "b"));
        assertThat(store.find(Notes.PAIRS, "note:b")).containsExactly(new Notes.Pair("a+b", "a", "b"));
        assertThat(store.get(Notes.NOTES, "c")).isEmpty();
        assertThat(store.progress("notes")).isEqualTo(new Progress(1, 4));
        assertThat(store.get("notes", "a").orElseThrow().position()).isZero();
        assertThat(store.changes("notes", "all", 2, 10))
                .containsExactly(new StoredRow("notes", "c", 3, true, List.of("all", "wall:south"), ""));
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
        upToDate(runner(new Notes(1), new FailingRowStore(store, batch -> dieWriting(store, batch)), batchesOf(7)));
        assertThat(rows(store)).as("seed %d", seed).isEqualTo(expected);
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
        assertThat(store.get(Notes.NOTES, "late")).isPresent();
    }

    @Test
    void what_changes_no_row_is_reached_but_stored_only_with_what_does() {
        var store = store("a");
        source.append(put("a", "north"), taken("unknown"), taken("unknown"));
        var runner = upToDate(runner(new Notes(1), store, batchesOf(1)));
        assertThat(runner.position()).isEqualTo(2);
        assertThat(store.progress("notes")).isEqualTo(new Progress(1, 1));

        source.append(put("b", "north"));
        upToDate(runner);
        assertThat(store.progress("notes")).isEqualTo(new Progress(1, 4));
        assertThat(store.find(Notes.PAIRS, "all")).containsExactly(new Notes.Pair("a+b", "a", "b"));
    }

    @Test
    void after_a_stop_it_reads_again_what_changed_no_row() {
        var store = store("a");
        source.append(put("a", "north"), taken("unknown"));
        upToDate(runner(new Notes(1), store, batchesOf(1))).stop();
        source.append(put("b", "north"));
        upToDate(runner(new Notes(1), store));
        assertThat(store.find(Notes.NOTES, "all")).extracting(Notes.Note::id).containsExactly("a", "b");
        assertThat(store.progress("notes")).isEqualTo(new Progress(1, 3));
    }

    @Test
    void a_long_row_of_what_changes_no_row_is_stored_now_and_then() {
        var store = store("a");
        source.append(Collections.nCopies(5_000, taken("unknown")).toArray(Fact[]::new));
        upToDate(runner(new Notes(1), store));
        assertThat(store.progress("notes")).isEqualTo(new Progress(1, 5_000));
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
        assertThat(store.find(Notes.NOTES, "wall:north")).hasSize(2);
    }

    @Test
    void an_event_that_throws_is_parked_with_none_of_its_rows_and_others_go_on() {
        var store = store("a");
        source.append(put("a", "north"), new Notes.Burnt("b", NOW), put("c", "north"));
        upToDate(runner(new Notes(1), store));
        assertThat(store.find(Notes.NOTES, "all")).extracting(Notes.Note::id).containsExactly("a", "c");
        assertThat(store.parked("notes"))
                .containsExactly(new Parked(
                        "notes", 1, "notes.Burnt", "java.lang.IllegalStateException", "Nothing is left of b."));
        assertThat(store.progress("notes").next()).isEqualTo(3);
    }

    @Test
    void an_event_that_cannot_be_read_is_parked_and_others_go_on() {
        var store = store("a");
        source.append(
                put("a", "north"),
                new Unreadable("notes.Painted", "3", new UnreadableJson("No event is called so.", null), NOW),
                put("c", "north"));
        upToDate(runner(new Notes(1), store));
        assertThat(store.find(Notes.NOTES, "all")).hasSize(2);
        assertThat(store.parked("notes"))
                .containsExactly(new Parked(
                        "notes", 1, "notes.Painted", UnreadableJson.class.getName(), "No event is called so."));
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
        assertThat(store.parked("notes")).extracting(Parked::position).containsExactly(0L);
        assertThat(store.get(elsewhere, "x")).isEmpty();
        assertThat(store.get(Notes.NOTES, "b")).isPresent();
    }

    @Test
    void another_version_builds_the_rows_anew() {
        var store = store("a");
        source.append(put("a", "north"), new Notes.Burnt("b", NOW), put("c", "north"));
        upToDate(runner(new Notes(1), store)).stop();
        var applied = new CopyOnWriteArrayList<Long>();
        upToDate(runner(new Listening(new Notes(2), event -> applied.add(event.position())), store))
                .stop();
        assertThat(applied).containsExactly(0L, 1L, 2L);
        assertThat(store.progress("notes")).isEqualTo(new Progress(2, 3));
        assertThat(store.find(Notes.NOTES, "all")).hasSize(2);
        assertThat(store.parked("notes")).hasSize(1);
        upToDate(runner(new Listening(new Notes(2), event -> applied.add(event.position())), store));
        assertThat(applied).hasSize(3);
    }

    @Test
    void it_sees_what_is_appended_when_it_is_told_and_when_it_is_not() throws Exception {
        var store = store("a");
        var told = runner(
                new Notes(1),
                store,
                new ProjectionRunner.Settings(500, Duration.ofHours(1), Duration.ofMillis(1), Duration.ofMillis(20)));
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
        assertThat(runner.behind()).isZero();
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
        var heard = new CopyOnWriteArrayList<String>();
        runner.listen((views, position) -> {
            throw new IllegalStateException("A listener that fails hinders nobody.");
        });
        runner.listen((views, position) -> heard.add(
                views + " " + position + " " + store.find("notes", "all").size()));
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
        assertThat(heard).containsExactly("[notes] 0 1", "[notes, pairs] 2 2");
    }

    @Test
    void it_waits_while_the_store_is_out_of_reach_and_parks_nothing() {
        var failing = new FailingRowStore(store("a"));
        source.append(story(7, 60));
        var expected = fold("expected", 1);
        failing.failuresOfReads.set(3);
        failing.failuresBeforeWrite.set(3);
        failing.failuresAfterWrite.set(2);
        upToDate(runner(new Notes(1), failing, batchesOf(5)));
        assertThat(failing.failuresAfterWrite).hasValue(0);
        assertThat(rows(failing)).isEqualTo(expected);
        assertThat(failing.parked("notes")).hasSameSizeAs(parkedIn("expected"));
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
        };
        var runner = new ProjectionRunner(new Notes(1), failing, store, QUICK);
        open.add(runner);
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
        open.add(runner);
        runner.start();
        assertThat(runner.awaitPosition(0, Duration.ofMillis(200))).isFalse();
        assertThat(store.progress("notes")).isEqualTo(new Progress(1, 2));
        shorter.append(put("y", "north"), put("z", "north"));
        assertThat(runner.awaitPosition(2, LONG)).isTrue();
    }

    @Test
    void two_runners_of_one_projection_apply_each_event_to_the_rows_once() {
        var seed = new Random().nextLong();
        source.append(story(seed, 100));
        var expected = fold("one", 1);
        var shared = store("shared");
        var parked = parkedIn("one").size();
        var first = runner(new Notes(1), shared, batchesOf(3));
        var second = runner(new Notes(1), shared, batchesOf(5));
        first.start();
        second.start();
        assertThat(first.awaitPosition(99, LONG)).isTrue();
        assertThat(second.awaitPosition(99, LONG)).isTrue();
        assertThat(rows(shared)).as("seed %d", seed).isEqualTo(expected);
        assertThat(shared.parked("notes")).hasSize(parked);
    }

    private interface Applying {
        void apply(Recorded event, Rows rows);
    }

    private record Listening(Projection projection, Applying before) implements Projection {
        Listening(Projection projection, Consumer<Recorded> before) {
            this(projection, (event, rows) -> before.accept(event));
        }

        @Override
        public String name() {
            return projection.name();
        }

        @Override
        public int version() {
            return projection.version();
        }

        @Override
        public List<View<?>> views() {
            return projection.views();
        }

        @Override
        public void apply(Recorded event, Rows rows) {
            before.apply(event, rows);
            projection.apply(event, rows);
        }
    }

    private RowStore store(String name) {
        var store = open(name);
        open.add(store);
        return store;
    }

    private ProjectionRunner runner(Projection projection, RowStore store) {
        return runner(projection, store, QUICK);
    }

    private ProjectionRunner runner(Projection projection, RowStore store, ProjectionRunner.Settings settings) {
        var runner = new ProjectionRunner(projection, source, store, settings);
        open.add(runner);
        return runner;
    }

    private ProjectionRunner upToDate(ProjectionRunner runner) {
        runner.start();
        assertThat(runner.awaitPosition(source.head() - 1, LONG)).isTrue();
        return runner;
    }

    private void append(ProjectionRunner runner, Fact fact) {
        source.append(fact);
        runner.moved();
        assertThat(runner.awaitPosition(source.head() - 1, LONG)).isTrue();
    }

    private static void await(CountDownLatch done) {
        try {
            assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private Map<String, StoredRow> fold(String name, int batch) {
        var store = store(name);
        upToDate(runner(new Notes(1), store, batchesOf(batch))).stop();
        return rows(store);
    }

    private List<Parked> parkedIn(String name) {
        return store(name).parked("notes");
    }

    private static ProjectionRunner.Settings batchesOf(int events) {
        return new ProjectionRunner.Settings(events, QUICK.poll(), QUICK.backOffMin(), QUICK.backOffMax());
    }

    /** All there is, marks of removed rows included. */
    private static Map<String, StoredRow> rows(RowStore store) {
        var all = new TreeMap<String, StoredRow>();
        for (var view : Set.of("notes", "pairs")) {
            for (var row : store.changes(view, "all", -1, Integer.MAX_VALUE)) {
                all.put(view + "/" + row.id(), row);
            }
        }
        return all;
    }

    private static Fact[] story(long seed, int length) {
        var random = new Random(seed);
        return random.ints(length, 0, 20)
                .mapToObj(dice -> {
                    var note = "n" + random.nextInt(12);
                    if (dice == 0) {
                        return new Notes.Burnt(note, NOW);
                    }
                    return dice < 7 ? taken(note) : put(note, "wall-" + random.nextInt(3));
                })
                .toArray(Fact[]::new);
    }

    private static Fact put(String note, String wall) {
        return new Notes.Put(note, wall, note, NOW);
    }

    private static Fact taken(String note) {
        return new Notes.Taken(note, NOW);
    }
}
