package org.tansiq.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tansiq.infra.json.Json;

/** One run of the benchmark: its size, its folder on a real disk, and what was found. */
final class Run {
    private final Size size;
    private final Path folder;
    private final Path results;
    private final Map<String, Object> machine;
    private final Map<Long, CampaignLog> logs = new LinkedHashMap<>();
    private final List<Figure> figures = new ArrayList<>();
    private String row = "";
    private int folders;

    Run(Size size, Path folder, Path results, Map<String, Object> machine) {
        this.size = size;
        this.folder = folder;
        this.results = results;
        this.machine = machine;
    }

    Size size() {
        return size;
    }

    List<Figure> figures() {
        return figures;
    }

    void begin(String name) {
        row = name;
        say("== " + name);
    }

    /** Whether what is expected of a million events can be told. */
    boolean isFull() {
        return size.equals(Size.FULL);
    }

    void say(String line) {
        System.err.println(line);
    }

    /** A figure of commands that were refused would be one of something else. */
    void warnOfFailures(Callers.Done done) {
        if (done.failed() > 0) {
            say("warning: " + done.failed() + " commands failed, as this one: " + done.failure());
        }
    }

    /** A folder of its own that is not there yet; {@link #drop} it when done. */
    Path newFolder() throws IOException {
        return Files.createDirectories(folder.resolve(row + "-" + folders++));
    }

    static void drop(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var inside = Files.walk(folder)) {
                for (var path : inside.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    /** A campaign's log of so many events; written at its first use and shared by the rows, which leave it as it is. */
    CampaignLog log(long events) throws IOException {
        var known = logs.get(events);
        if (known == null) {
            known = CampaignLog.write(events, Files.createDirectories(folder.resolve("log-" + events)), this);
            logs.put(events, known);
        }
        return known;
    }

    void add(
            String what,
            String measured,
            String beside,
            String ratio,
            String expected,
            @Nullable Boolean isMet,
            Map<String, Object> details) {
        var figure = new Figure(what, measured, beside, ratio, expected, isMet, details);
        figures.add(figure);
        var line = new LinkedHashMap<String, Object>();
        line.put("row", row);
        line.put("size", size.name());
        line.put("what", what);
        line.put("measured", measured);
        line.put("beside", beside);
        line.put("ratio", ratio);
        line.put("expected", expected);
        if (isMet != null) {
            line.put("met", isMet);
        }
        line.put("details", details);
        line.put("machine", machine);
        try {
            Files.writeString(results, Json.write(line) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        say("   " + what + ": " + measured + (beside.isEmpty() ? "" : " beside " + beside) + " " + ratio);
    }

    static String number(double value) {
        return value >= 100
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, value >= 10 ? "%.1f" : "%.2f", value);
    }
}
