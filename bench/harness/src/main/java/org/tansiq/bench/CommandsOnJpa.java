package org.tansiq.bench;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tansiq.infra.log.LogSettings;
import org.tansiq.infra.sqlite.SqliteCommitLog;

/** The same commands on what one would otherwise take: Axon's own store over JPA. */
final class CommandsOnJpa implements Row {
    private static final @Nullable String POSTGRES = System.getenv("BENCH_POSTGRES");
    private static final int CONNECTIONS_MAX = 64;

    @Override
    public String name() {
        return "jpa";
    }

    @Override
    public void measure(Run run) throws Exception {
        compare(run, "H2 (WRITE_DELAY=0: a commit is written to the file, not synchronised to the disk)", null);
        if (POSTGRES == null) {
            run.say("   PostgreSQL: none found; BENCH_POSTGRES may name one by a JDBC URL");
        } else {
            compare(run, "PostgreSQL (as installed: fsync and synchronous_commit on)", POSTGRES);
        }
    }

    private static void compare(Run run, String database, @Nullable String url) throws Exception {
        onJpa(run, url, 8, new LinkedHashMap<>());
        onSqlite(run, 8);
        for (var callers : List.of(1, 8, 64)) {
            var details = new LinkedHashMap<String, Object>();
            var samples = Samples.inTurns(
                    run.size().rounds(), () -> onSqlite(run, callers), () -> onJpa(run, url, callers, details));
            var measured = samples.getFirst().median();
            var beside = samples.getLast().median();
            details.put("sqlite", samples.getFirst().values());
            details.put("jpa", samples.getLast().values());
            run.add(
                    "commands/s, " + Callers.count(callers) + ", SQLite",
                    Run.number(measured),
                    "Axon over JPA on " + database + ": " + Run.number(beside),
                    Run.number(measured / beside),
                    "",
                    null,
                    details);
        }
    }

    private static double onSqlite(Run run, int callers) throws IOException, InterruptedException {
        var folder = run.newFolder();
        try (var bus = Bus.over(new SqliteCommitLog(folder.resolve("log.db")), LogSettings.oneNode())) {
            return measure(run, bus, callers).perSecond();
        } finally {
            Run.drop(folder);
        }
    }

    private static double onJpa(Run run, @Nullable String url, int callers, Map<String, Object> details)
            throws IOException, InterruptedException {
        var folder = run.newFolder();
        var store = new JpaStore(
                url == null ? "jdbc:h2:file:" + folder.toAbsolutePath().resolve("events") + ";WRITE_DELAY=0" : url,
                Math.min(CONNECTIONS_MAX, callers + 1));
        try (var bus = Bus.over(store.engine(), JpaStore::onlyTheDiary, store::close)) {
            var done = measure(run, bus, callers);
            details.put("last", done);
            return done.perSecond();
        } finally {
            Run.drop(folder);
        }
    }

    private static Callers.Done measure(Run run, Bus bus, int callers) throws InterruptedException {
        Callers.during(run.size().warmUp(), callers, Work.diaries(bus, System.nanoTime()));
        var done = Callers.during(run.size().time(), callers, Work.diaries(bus, System.nanoTime()));
        run.warnOfFailures(done);
        return done;
    }
}
