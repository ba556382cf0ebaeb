package org.tansiq.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.tansiq.infra.sqlite.SqliteRowStore;

/** Folding all views from a big log, beside reading that log and doing nothing with it. */
final class Rebuilding implements Row {
    private static final double OF_SCAN = 0.3;
    private static final double SECONDS_MAX = 60;
    private static final String HEAP_MAX = "-Xmx1g";

    /** What a process told, seconds and MiB. */
    record Rebuilt(long events, double scanBefore, double rebuild, double scanAfter, long heapMiB) {}

    @Override
    public String name() {
        return "rebuild";
    }

    @Override
    public void measure(Run run) throws Exception {
        var log = run.log(run.size().big());
        var scans = new ArrayList<Double>();
        var rebuilds = new ArrayList<Double>();
        var heap = 0L;
        var spent = 0.0;
        for (var round = 0; round < 3 && (round == 0 || spent < 150); round++) {
            var rebuilt = rebuild(log, log.rows());
            scans.addAll(List.of(rebuilt.scanBefore(), rebuilt.scanAfter()));
            rebuilds.add(rebuilt.rebuild());
            heap = Math.max(heap, rebuilt.heapMiB());
            spent += rebuilt.scanBefore() + rebuilt.rebuild() + rebuilt.scanAfter();
        }
        var scan = new Samples(scans).median();
        var rebuild = new Samples(rebuilds).median();
        var details = new LinkedHashMap<String, Object>();
        details.put("scanSeconds", scans);
        details.put("rebuildSeconds", rebuilds);
        details.put("heapPeakMiB", heap);
        run.add(
                String.format("rebuild of all projections from %,d events, events/s, SQLite", log.events()),
                Run.number(log.events() / rebuild),
                "a bare scan: " + Run.number(log.events() / scan),
                Run.number(scan / rebuild),
                ">= " + OF_SCAN,
                scan / rebuild >= OF_SCAN,
                details);
        run.add(
                "the same, seconds and heap",
                String.format("%.1f s, peak heap %,d MiB under %s", rebuild, heap, HEAP_MAX),
                String.format("a bare scan: %.1f s", scan),
                "",
                "<= 60 s; <= 1 GiB",
                run.isFull() ? (Boolean) (rebuild <= SECONDS_MAX) : null,
                details);
    }

    /** So that the rows are there. */
    static void ensureRows(CampaignLog log) throws IOException, InterruptedException {
        if (!Files.exists(log.rows())) {
            rebuild(log, log.rows());
        }
    }

    static void dropRows(Path rows) throws IOException {
        for (var file : SqliteRowStore.files(rows)) {
            Files.deleteIfExists(file);
        }
    }

    private static Rebuilt rebuild(CampaignLog log, Path rows) throws IOException, InterruptedException {
        dropRows(rows);
        var command = new ArrayList<String>(List.of(java(), HEAP_MAX, "--enable-native-access=ALL-UNNAMED"));
        command.addAll(List.of(System.getProperty("bench.rebuild.java", "").split(" ", -1)));
        command.removeIf(String::isBlank);
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                RebuildProcess.class.getName(),
                log.file().toString(),
                rows.toString()));
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var told = process.inputReader(StandardCharsets.UTF_8)) {
            var result = told.lines()
                    .filter(line -> line.startsWith("result "))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("The rebuild failed; what it said is above."))
                    .split(" ", -1);
            process.waitFor();
            return new Rebuilt(
                    Long.parseLong(result[1]),
                    Double.parseDouble(result[2]),
                    Double.parseDouble(result[3]),
                    Double.parseDouble(result[4]),
                    Long.parseLong(result[5]));
        } finally {
            process.destroy();
        }
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
