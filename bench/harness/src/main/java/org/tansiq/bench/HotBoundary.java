package org.tansiq.bench;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.tansiq.infra.log.LogSettings;
import org.tansiq.infra.sqlite.SqliteCommitLog;

/** Many callers who all want to change one thing, beside one caller who has it to himself. */
final class HotBoundary implements Row {
    private static final int MANY = 64;

    @Override
    public String name() {
        return "hot";
    }

    @Override
    public void measure(Run run) throws Exception {
        var before = Founded.with(MANY + 1, 3_000, 0);
        var details = new LinkedHashMap<String, Object>();
        for (var callers : new int[] {1, MANY}) {
            commands(run, before, callers, new LinkedHashMap<>());
        }
        var samples = Samples.inTurns(
                run.size().rounds(),
                () -> commands(run, before, MANY, details),
                () -> commands(run, before, 1, details));
        var many = samples.getFirst().median();
        var one = samples.getLast().median();
        details.put("many", samples.getFirst().values());
        details.put("one", samples.getLast().values());
        run.add(
                "commands/s on one hot boundary, " + MANY + " callers, SQLite",
                Run.number(many) + details.getOrDefault("triesEach" + MANY, ""),
                "1 caller: " + Run.number(one),
                Run.number(many / one),
                ">= 1.0",
                many / one >= 1,
                details);
    }

    private static double commands(Run run, Founded before, int callers, Map<String, Object> details) throws Exception {
        var folder = run.newFolder();
        var store = new SqliteCommitLog(folder.resolve("log.db"));
        store.append(before.commits());
        var log = new CountedLog(store);
        try (var bus = Bus.over(log, LogSettings.oneNode())) {
            // Founders organise their actions and never leave them, so the first of the members stays out.
            var members = before.members().subList(1, before.members().size());
            var half = before.actions().size() / 2;
            Callers.during(
                    run.size().warmUp(),
                    callers,
                    Work.oneAction(
                            bus, before.coalition(), members, before.actions().subList(0, half)));
            var tries = bus.tries();
            var done = Callers.during(
                    run.size().time(),
                    callers,
                    Work.oneAction(
                            bus,
                            before.coalition(),
                            members,
                            before.actions().subList(half, before.actions().size())));
            var each = (double) (bus.tries() - tries) / Math.max(1, done.commands());
            details.put("last" + callers, done);
            details.put("groupSize" + callers, log.groupSize());
            details.put(
                    "triesEach" + callers,
                    String.format(Locale.ROOT, " (%.2f tries each, %d gave up)", each, done.failed()));
            return done.perSecond();
        } finally {
            Run.drop(folder);
        }
    }
}
