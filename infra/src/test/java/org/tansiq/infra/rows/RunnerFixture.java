package org.tansiq.infra.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.tansiq.domain.shared.Fact;
import org.tansiq.projections.shared.Projection;
import org.tansiq.projections.shared.Recorded;
import org.tansiq.projections.shared.Rows;
import org.tansiq.projections.shared.View;

/** What the tests of runners have in common. */
abstract class RunnerFixture {
    static final Instant NOW = Instant.parse("2018-02-19T10:00:00Z");
    static final Duration LONG = Duration.ofSeconds(30);
    static final Edition NOTES = new Edition("notes", 1);
    /** Nobody but the holder hears soon of what changed nothing. */
    static final Settings QUICK = Settings.usual(false)
            .withPoll(Duration.ofMillis(20))
            .withFollow(Duration.ofMillis(5))
            .withBackOff(Duration.ofMillis(1), Duration.ofMillis(20))
            .withLease(Duration.ofMillis(20), Duration.ofSeconds(30));

    final ListSource source = new ListSource();
    private final List<AutoCloseable> open = new ArrayList<>();

    /** The store called so; the same rows whenever it is opened in one test. */
    protected abstract RowStore open(String name);

    @AfterEach
    void close_all() throws Exception {
        for (var closeable : open.reversed()) {
            closeable.close();
        }
    }

    RowStore store(String name) {
        return closing(open(name));
    }

    <T extends AutoCloseable> T closing(T closeable) {
        open.add(closeable);
        return closeable;
    }

    ProjectionRunner runner(Projection projection, RowStore store) {
        return runner(projection, store, QUICK);
    }

    ProjectionRunner runner(Projection projection, RowStore store, Settings settings) {
        return closing(new ProjectionRunner(projection, source, store, settings));
    }

    ProjectionRunner upToDate(ProjectionRunner runner) {
        runner.start();
        runner.moved();
        assertThat(runner.awaitPosition(source.head() - 1, LONG)).isTrue();
        assertThat(runner.awaitServing(LONG)).isTrue();
        return runner;
    }

    void append(ProjectionRunner runner, Fact fact) {
        source.append(fact);
        upToDate(runner);
    }

    static void await(CountDownLatch done) {
        try {
            assertThat(done.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static void eventually(BooleanSupplier condition) {
        var until = System.nanoTime() + LONG.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - until).as("it came about").isNegative();
            try {
                Thread.sleep(5);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    Map<String, StoredRow> fold(String name, int batch) {
        return fold(name, new Notes(1), batch);
    }

    /** The rows that all events so far give a fresh store. */
    Map<String, StoredRow> fold(String name, Projection projection, int batch) {
        var store = store(name);
        upToDate(runner(projection, store, batchesOf(batch))).stop();
        return rows(store, Edition.of(projection));
    }

    List<Parked> parkedIn(String name) {
        return store(name).serving(NOTES).parked();
    }

    static Settings batchesOf(int events) {
        return QUICK.withBatches(events, events);
    }

    static long next(RowStore store) {
        var serving = store.standing(NOTES).serving();
        return serving == null ? 0 : serving.progress().next();
    }

    static List<Notes.Note> notes(RowStore store) {
        return store.serving(NOTES).find(Notes.NOTES, Notes.ALL);
    }

    static List<Notes.Pair> pairs(RowStore store) {
        return store.serving(NOTES).find(Notes.PAIRS, Notes.ALL);
    }

    /** All there is, marks of removed rows included. */
    static Map<String, StoredRow> rows(RowStore store) {
        return rows(store, NOTES);
    }

    static Map<String, StoredRow> rows(RowStore store, Edition edition) {
        var all = new TreeMap<String, StoredRow>();
        for (var view : Set.of("notes", "pairs")) {
            for (var row : store.serving(edition).changes(view, Notes.ALL, -1, Integer.MAX_VALUE)) {
                all.put(view + "/" + row.id(), row);
            }
        }
        return all;
    }

    static Fact[] story(long seed, int length) {
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

    static Fact put(String note, String wall) {
        return new Notes.Put(note, wall, note, NOW);
    }

    static Fact taken(String note) {
        return new Notes.Taken(note, NOW);
    }

    static Fact torn(String note, String wall) {
        return new Notes.Torn(note, wall, NOW);
    }

    interface Applying {
        void apply(Recorded event, Rows rows);
    }

    record Listening(Projection projection, Applying before) implements Projection {
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
}
