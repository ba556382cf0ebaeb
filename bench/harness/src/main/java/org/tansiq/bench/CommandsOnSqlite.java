package org.tansiq.bench;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.jspecify.annotations.Nullable;
import org.tansiq.infra.log.LogSettings;
import org.tansiq.infra.sqlite.SqliteCommitLog;

/** Commands on SQLite, beside a log that stores nothing and beside Axon's store in memory. */
final class CommandsOnSqlite implements Row {
    private static final double OF_NOTHING = 0.5;
    private static final int TIMES_MEMORY = 20;
    /**
     * They stand in every log before it is opened, so that decisions ask the store for what is older than that. Axon's store
     * in memory goes through all events at every load, so its figure is one of a log of this size, and falls as it grows.
     */
    private static final int EVENTS_BEFORE = 10_000;

    private static final int EXPECTED_FROM = 64;
    private static final List<Integer> CALLERS = List.of(1, 8, 64, 256);

    private interface Sending {
        IntFunction<Runnable> over(Bus bus);
    }

    @Override
    public String name() {
        return "commands";
    }

    @Override
    public void measure(Run run) throws Exception {
        var before = Founded.with(65, 0, EVENTS_BEFORE);
        Sending diaries = bus -> Work.diaries(bus, System.nanoTime());
        Sending tasks = bus -> Work.tasks(bus, before.coalition(), before.members(), System.nanoTime());
        warmUp(run, before, diaries);
        for (var callers : CALLERS) {
            compare(run, before, diaries, callers, "commands/s");
        }
        compare(run, before, tasks, 64, "task commands/s");
    }

    private static void warmUp(Run run, Founded before, Sending work) throws Exception {
        for (var i = 0; i < 3; i++) {
            onSqlite(run, before, work, 64, new LinkedHashMap<>());
            onNothing(run, before, work, 64, new LinkedHashMap<>());
        }
        inMemory(run, before, work, 8);
    }

    private static void compare(Run run, Founded before, Sending work, int callers, String unit) throws Exception {
        var details = new LinkedHashMap<String, Object>();
        var isDiaries = unit.equals("commands/s");
        var isExpected = isDiaries && callers >= EXPECTED_FROM;
        Callable<Double> sqlite = () -> onSqlite(run, before, work, callers, details);
        Callable<Double> nothing = () -> onNothing(run, before, work, callers, details);
        Callable<Double> memory = () -> inMemory(run, before, work, callers);
        var samples = isDiaries
                ? Samples.inTurns(run.size().rounds(), sqlite, nothing, memory)
                : Samples.inTurns(run.size().rounds(), sqlite, nothing);
        var measured = samples.getFirst().median();
        var ofNothing = measured / samples.get(1).median();
        details.put("sqlite", samples.getFirst().values());
        details.put("nothing", samples.get(1).values());
        var what = unit + ", " + Callers.count(callers) + ", SQLite";
        run.add(
                what,
                Run.number(measured),
                "a log that stores nothing: " + Run.number(samples.get(1).median()),
                Run.number(ofNothing),
                isExpected ? ">= " + OF_NOTHING : "",
                isExpected ? (Boolean) (ofNothing >= OF_NOTHING) : null,
                details);
        if (isDiaries) {
            var timesMemory = measured / samples.get(2).median();
            run.add(
                    what,
                    Run.number(measured),
                    "Axon's store in memory: " + Run.number(samples.get(2).median()),
                    Run.number(timesMemory),
                    isExpected ? ">= " + TIMES_MEMORY : "",
                    isExpected ? (Boolean) (timesMemory >= TIMES_MEMORY) : null,
                    Map.of("memory", samples.get(2).values()));
        }
    }

    private static double onSqlite(Run run, Founded before, Sending work, int callers, Map<String, Object> details)
            throws IOException, InterruptedException {
        var folder = run.newFolder();
        var store = new SqliteCommitLog(folder.resolve("log.db"));
        store.append(before.commits());
        var log = new CountedLog(store);
        try (var bus = Bus.over(log, LogSettings.oneNode())) {
            return measure(run, bus, work, callers, log, "sqlite", details);
        } finally {
            Run.drop(folder);
        }
    }

    private static double onNothing(Run run, Founded before, Sending work, int callers, Map<String, Object> details)
            throws InterruptedException {
        var log = new CountedLog(new StoresNothing(before.commits()));
        try (var bus = Bus.over(log, LogSettings.oneNode())) {
            return measure(run, bus, work, callers, log, "nothing", details);
        }
    }

    private static double inMemory(Run run, Founded before, Sending work, int callers) throws InterruptedException {
        var engine = new InMemoryEventStorageEngine();
        engine.appendEvents(AppendCondition.none(), null, before.messages())
                .thenCompose(transaction -> transaction.commit(null))
                .join();
        try (var bus = Bus.over(engine, tags -> tags, () -> {})) {
            return measure(run, bus, work, callers, null, "memory", new LinkedHashMap<>());
        }
    }

    private static double measure(
            Run run,
            Bus bus,
            Sending work,
            int callers,
            @Nullable CountedLog log,
            String side,
            Map<String, Object> details)
            throws InterruptedException {
        Callers.during(run.size().warmUp(), callers, work.over(bus));
        var done = Callers.during(run.size().time(), callers, work.over(bus));
        run.warnOfFailures(done);
        details.put(side + "Last", done);
        if (log != null) {
            details.put(side + "GroupSize", log.groupSize());
            details.put(side + "MillisPerGroup", log.millisPerGroup());
            details.put(side + "Groups", log.groups());
            details.put(side + "Queries", log.queries());
        }
        return done.perSecond();
    }
}
