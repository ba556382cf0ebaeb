package org.tansiq.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Measures what is said of the log, prints a table, and appends a line of JSON for each figure to a file. */
final class LogBench {
    private static final double LOAD_MAX = 1;
    private static final List<Row> ROWS = List.of(
            new CommandsOnSqlite(),
            new CommandsOnMongo(),
            new HotBoundary(),
            new CallAtScale(),
            new LoadingEntities(),
            new OldEntities(),
            new Rebuilding(),
            new SealedTextsCost(),
            new ServerStart(),
            new BytesOnDisk(),
            new CommandsOnJpa());

    private LogBench() {}

    /** Arguments: a folder on a real disk, the file for the results, {@code --small} or not, and names of rows or none. */
    public static void main(String[] arguments) throws Exception {
        var wanted = new ArrayList<>(List.of(arguments));
        var folder = Path.of(wanted.removeFirst());
        var results = Path.of(wanted.removeFirst());
        var size = wanted.remove("--small") ? Size.SMALL : Size.FULL;
        var rows = ROWS.stream()
                .filter(row -> wanted.isEmpty() || wanted.contains(row.name()))
                .toList();
        if (!ROWS.stream().map(Row::name).toList().containsAll(wanted)) {
            System.err.println("Rows are: " + ROWS.stream().map(Row::name).toList());
            System.exit(2);
        }
        if (Machine.isMemory(folder)) {
            System.err.println("warning: " + folder + " is in memory: figures of durable writes mean nothing there");
        }
        var before = Machine.load();
        if (before > LOAD_MAX) {
            System.err.printf("warning: the load average is %.1f already; others are using this machine%n", before);
        }
        var machine = Machine.describe(folder);
        machine.put("loadBefore", before);
        System.err.println(machine);
        var run = new Run(size, folder, results, machine);
        var failed = new ArrayList<String>();
        var start = System.nanoTime();
        for (var row : rows) {
            run.begin(row.name());
            try {
                row.measure(run);
            } catch (Exception | LinkageError e) {
                failed.add(row.name());
                e.printStackTrace();
            }
        }
        machine.put("loadAfter", Machine.load());
        machine.put("seconds", (System.nanoTime() - start) / 1_000_000_000);
        print(run.figures(), machine);
        if (!failed.isEmpty()) {
            System.err.println("These rows failed: " + failed);
            System.exit(1);
        }
    }

    private static void print(List<Figure> figures, Map<String, Object> machine) {
        System.out.println();
        machine.forEach((key, value) -> System.out.printf(Locale.ROOT, "%s: %s%n", key, value));
        System.out.println();
        System.out.println("| what | measured | beside, in the same run | ratio | expected | met |");
        System.out.println("|---|---|---|---|---|---|");
        for (var figure : figures) {
            System.out.printf(
                    "| %s | %s | %s | %s | %s | %s |%n",
                    figure.what(),
                    figure.measured(),
                    figure.beside(),
                    figure.ratio(),
                    figure.expected(),
                    figure.isMet() == null ? "" : figure.isMet() ? "yes" : "no");
        }
    }
}
