package org.tansiq.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.tansiq.domain.tasks.ClaimTask;
import org.tansiq.domain.tasks.ReleaseTask;
import org.tansiq.infra.log.LogSettings;
import org.tansiq.infra.sqlite.SqliteCommitLog;

/**
 * Releasing and claiming old tasks of a big log, beside the same of a small one. Each round takes tasks that nobody has
 * touched and as many of them on both sides, for a small log has few.
 */
final class OldEntities implements Row {
    private static final double OF_SMALL = 0.5;
    private static final int CALLERS = 64;
    private static final int COMMANDS_PER_TASK = 3;
    private static final int TASKS_MAX = 600;
    private static final int ROUNDS_TIMES = 5;
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @Override
    public String name() {
        return "old";
    }

    @Override
    public void measure(Run run) throws Exception {
        var folder = run.newFolder();
        var smallFile = folder.resolve("small.db");
        try {
            var small = run.log(run.size().small());
            var big = run.log(run.size().big());
            var bigFile = big.copyTo(folder);
            var bigTasks = new ArrayList<>(big.heldTasks());
            Collections.shuffle(bigTasks, new Random(5));
            var unused = bigTasks.iterator();
            var howMany = Math.min(TASKS_MAX, small.heldTasks().size());
            var rounds = run.size().rounds() * ROUNDS_TIMES;
            var details = new LinkedHashMap<String, Object>();
            for (var i = 0; i < 3; i++) {
                onSmall(run, small, smallFile, howMany, new LinkedHashMap<>());
                commands(run, bigFile, taken(unused, howMany), "big", new LinkedHashMap<>());
            }
            var samples = Samples.inTurns(
                    rounds,
                    () -> commands(run, bigFile, taken(unused, howMany), "big", details),
                    () -> onSmall(run, small, smallFile, howMany, details));
            var measured = samples.getFirst().median();
            var beside = samples.getLast().median();
            details.put("big", samples.getFirst().values());
            details.put("small", samples.getLast().values());
            details.put("tasks", howMany);
            var ratio = measured / beside;
            run.add(
                    String.format(
                            "task commands/s on random old entities, %d callers, SQLite, log of %,d",
                            CALLERS, run.size().big()),
                    Run.number(measured),
                    String.format("log of %,d: %s", run.size().small(), Run.number(beside)),
                    Run.number(ratio),
                    ">= " + OF_SMALL,
                    run.isFull() ? (Boolean) (ratio >= OF_SMALL) : null,
                    details);
        } finally {
            Run.drop(folder);
        }
    }

    private static List<Campaign.HeldTask> taken(Iterator<Campaign.HeldTask> unused, int howMany) {
        var taken = new ArrayList<Campaign.HeldTask>();
        while (taken.size() < howMany && unused.hasNext()) {
            taken.add(unused.next());
        }
        return taken;
    }

    private static double onSmall(Run run, CampaignLog small, Path file, int howMany, Map<String, Object> details)
            throws Exception {
        Files.copy(small.file(), file, StandardCopyOption.REPLACE_EXISTING);
        var tasks = new ArrayList<>(small.heldTasks());
        Collections.shuffle(tasks, new Random(5));
        return commands(run, file, tasks.subList(0, howMany), "small", details);
    }

    /** The first of the tasks open the readers' connections and are not counted. */
    private static double commands(
            Run run, Path file, List<Campaign.HeldTask> tasks, String side, Map<String, Object> details)
            throws Exception {
        var log = new CountedLog(new SqliteCommitLog(file));
        try (var bus = Bus.over(log, LogSettings.oneNode())) {
            var first = tasks.size() / 4;
            sendAll(bus, tasks.subList(0, first));
            var done = sendAll(bus, tasks.subList(first, tasks.size()));
            run.warnOfFailures(done);
            details.put(side + "Last", done);
            details.put(side + "GroupSize", log.groupSize());
            details.put(side + "Queries", log.queries());
            return done.perSecond();
        }
    }

    private static Callers.Done sendAll(Bus bus, List<Campaign.HeldTask> tasks) throws InterruptedException {
        var next = new AtomicInteger();
        return Callers.run(CALLERS, caller -> () -> {
            var turn = next.getAndIncrement();
            if (turn >= COMMANDS_PER_TASK * tasks.size()) {
                return false;
            }
            var task = tasks.get(turn % tasks.size());
            bus.send(
                    turn / tasks.size() % 2 == 0
                            ? new ReleaseTask(task.coalition(), task.task(), task.holder(), NOW)
                            : new ClaimTask(task.coalition(), task.task(), task.holder(), NOW));
            return true;
        });
    }
}
