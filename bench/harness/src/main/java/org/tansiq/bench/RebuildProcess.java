package org.tansiq.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.time.Duration;
import org.tansiq.infra.log.LogSettings;
import org.tansiq.infra.sqlite.SqliteCommitLog;
import org.tansiq.infra.sqlite.SqliteRowStore;
import org.tansiq.infra.wiring.Installation;

/** In a process of its own, for its heap: reads a log through, folds all views from it, and reads it through again. */
final class RebuildProcess {
    private static final int EVENTS_AT_ONCE = 1_000;
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private RebuildProcess() {}

    /** Of two paths: the log, and where the rows will be. Prints the seconds of each and the peak of the heap in MiB. */
    public static void main(String[] paths) {
        var log = Path.of(paths[0]);
        var before = scan(log);
        var start = System.nanoTime();
        try (var installation = Installation.open(
                new SqliteCommitLog(log), SqliteRowStore.open(Path.of(paths[1])), LogSettings.oneNode())) {
            var head = installation.history().head();
            if (!installation.views().await(head - 1, PATIENCE)) {
                throw new IllegalStateException("The views did not reach the head.");
            }
            var rebuild = (System.nanoTime() - start) / 1e9;
            System.out.println("result " + head + " " + before + " " + rebuild + " " + scan(log) + " " + heapPeak());
        }
    }

    private static double scan(Path file) {
        var start = System.nanoTime();
        try (var log = new SqliteCommitLog(file)) {
            var head = log.head();
            for (var position = 0L; position < head; ) {
                for (var commit : log.read(position, EVENTS_AT_ONCE)) {
                    position = commit.end();
                }
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }

    /** The pools' own peaks added up, which is more than there ever was at once. */
    private static long heapPeak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                >> 20;
    }
}
