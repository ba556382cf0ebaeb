package org.tansiq.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.tansiq.domain.members.FoundCoalition;
import org.tansiq.domain.members.RegisterOrganization;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.PersonId;
import org.tansiq.domain.shared.Tags;
import org.tansiq.domain.shared.Text;
import org.tansiq.domain.tasks.OpenTask;
import org.tansiq.domain.tasks.TaskId;
import org.tansiq.infra.keys.AuthorKeys;
import org.tansiq.infra.keys.SqliteKeyShelf;
import org.tansiq.infra.log.LogSettings;
import org.tansiq.infra.sqlite.SqliteCommitLog;
import org.tansiq.infra.sqlite.SqliteRowStore;
import org.tansiq.infra.wiring.Actor;
import org.tansiq.infra.wiring.Installation;
import org.tansiq.projections.shared.Keys;
import org.tansiq.projections.tasks.TaskBoard;

/** What it costs that texts are sealed: the same installation with keys and without, at tasks that are nearly all text. */
final class SealedTextsCost implements Row {
    private static final int CALLERS = 64;
    private static final int READINGS = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final CoalitionId COALITION = new CoalitionId("ghouta");
    private static final OrganizationId BERLIN = new OrganizationId("berlin");
    private static final Actor SANA = new Actor(new PersonId("sana"), BERLIN);
    private static final Text TITLE = Text.ofBoth("تصريح للوقفة", "A permit for the vigil");

    @Override
    public String name() {
        return "sealed";
    }

    @Override
    public void measure(Run run) throws Exception {
        opened(run, true);
        opened(run, false);
        tell(
                run,
                "OpenTask/s with all views, 64 callers, texts sealed",
                () -> opened(run, true),
                () -> opened(run, false));
        var sealed = written(run, true);
        var plain = written(run, false);
        var tasks = (int) run.size().middle();
        tell(
                run,
                String.format("rebuild from %,d such events, events/s, texts sealed", tasks),
                () -> tasks / rebuilt(sealed, true),
                () -> tasks / rebuilt(plain, false));
        tell(
                run,
                String.format("tasks told as JSON/s, of %,d in a coalition, texts sealed", tasks),
                () -> told(sealed, true),
                () -> told(plain, false));
        Run.drop(sealed);
        Run.drop(plain);
    }

    private static void tell(Run run, String what, Callable<Double> sealed, Callable<Double> plain) throws Exception {
        var samples = Samples.inTurns(run.size().rounds(), sealed, plain);
        var one = samples.getFirst().median();
        var other = samples.get(1).median();
        run.add(
                what,
                Run.number(one),
                "the same without keys: " + Run.number(other),
                Run.number(one / other),
                "",
                null,
                Map.of(
                        "sealed",
                        samples.getFirst().values(),
                        "plain",
                        samples.get(1).values()));
    }

    private static Installation open(Path folder, boolean sealed) {
        var log = new SqliteCommitLog(folder.resolve("log.db"));
        var rows = SqliteRowStore.open(folder.resolve("rows.db"));
        return sealed
                ? Installation.open(
                        log,
                        rows,
                        LogSettings.oneNode(),
                        AuthorKeys.open(new SqliteKeyShelf(folder.resolve("keys.db")), folder.resolve("key"), null))
                : Installation.open(log, rows, LogSettings.oneNode());
    }

    private static Installation founded(Path folder, boolean sealed) {
        var installation = open(folder, sealed);
        var now = Instant.now();
        installation.commands().carryOut(new RegisterOrganization(BERLIN, TITLE, now), SANA, null);
        installation.commands().carryOut(new FoundCoalition(COALITION, TITLE, TITLE, BERLIN, now), SANA, null);
        return installation;
    }

    private static void openTask(Installation installation) {
        installation
                .commands()
                .carryOut(
                        new OpenTask(
                                COALITION,
                                new TaskId(UUID.randomUUID().toString()),
                                BERLIN,
                                TITLE,
                                Campaign.NEEDED,
                                null,
                                null,
                                Instant.now()),
                        SANA,
                        null);
    }

    private static double opened(Run run, boolean sealed) throws IOException, InterruptedException {
        var folder = run.newFolder();
        try (var installation = founded(folder, sealed)) {
            Callers.during(run.size().warmUp(), CALLERS, caller -> () -> openTask(installation));
            var done = Callers.during(run.size().time(), CALLERS, caller -> () -> openTask(installation));
            run.warnOfFailures(done);
            return done.perSecond();
        } finally {
            Run.drop(folder);
        }
    }

    private static Path written(Run run, boolean sealed) throws IOException, InterruptedException {
        var folder = run.newFolder();
        try (var installation = founded(folder, sealed)) {
            Callers.run(CALLERS, caller -> {
                var left = new long[] {run.size().middle() / CALLERS};
                return () -> {
                    if (left[0]-- <= 0) {
                        return false;
                    }
                    openTask(installation);
                    return true;
                };
            });
        }
        return folder;
    }

    private static double rebuilt(Path folder, boolean sealed) throws IOException {
        Rebuilding.dropRows(folder.resolve("rows.db"));
        var start = System.nanoTime();
        try (var installation = open(folder, sealed)) {
            if (!installation.views().await(installation.history().head() - 1, PATIENCE)) {
                throw new IllegalStateException("The views did not reach the head.");
            }
            return (System.nanoTime() - start) / 1e9;
        }
    }

    private static double told(Path folder, boolean sealed) {
        try (var installation = open(folder, sealed)) {
            installation.views().await(installation.history().head() - 1, PATIENCE);
            var key = Keys.key(Tags.COALITION, COALITION);
            var tasks = installation.views().stored(TaskBoard.TASKS, key).size();
            var start = System.nanoTime();
            for (var reading = 0; reading < READINGS; reading++) {
                tasks = installation.views().stored(TaskBoard.TASKS, key).size();
            }
            return READINGS * tasks / ((System.nanoTime() - start) / 1e9);
        }
    }
}
