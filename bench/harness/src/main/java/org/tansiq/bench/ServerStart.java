package org.tansiq.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.concurrent.TimeUnit;
import org.tansiq.infra.sqlite.SqliteRowStore;

/** The built server, started on a big log whose rows are there, beside one with nothing. */
final class ServerStart implements Row {
    private static final double MORE_SECONDS_MAX = 2;
    private static final long PATIENCE_SECONDS = 120;
    private static final long POLL_MILLIS = 20;

    @Override
    public String name() {
        return "server";
    }

    @Override
    public void measure(Run run) throws Exception {
        var jar = Path.of(System.getProperty("bench.server"));
        var log = run.log(run.size().big());
        var folder = run.newFolder();
        try {
            var full = Files.createDirectories(folder.resolve("full"));
            var empty = folder.resolve("empty");
            log.copyTo(full);
            Rebuilding.ensureRows(log);
            for (var file : SqliteRowStore.files(log.rows())) {
                Files.copy(file, full.resolve(file.getFileName()));
            }
            start(jar, empty, folder);
            var samples = Samples.inTurns(run.isFull() ? 5 : 2, () -> start(jar, full, folder), () -> {
                Run.drop(empty);
                return start(jar, empty, folder);
            });
            Rebuilding.dropRows(full.resolve("rows.db"));
            var withoutRows = start(jar, full, folder);
            var more = samples.getFirst().median() - samples.getLast().median();
            var details = new LinkedHashMap<String, Object>();
            details.put("full", samples.getFirst().values());
            details.put("empty", samples.getLast().values());
            details.put("withoutRows", withoutRows);
            run.add(
                    String.format("server ready with %,d events, SQLite", log.events()),
                    String.format(
                            "%.2f s (%.2f s while it rebuilds all rows)",
                            samples.getFirst().median(), withoutRows),
                    String.format("with none: %.2f s", samples.getLast().median()),
                    String.format("%+.2f s", more),
                    "<= 2 s more",
                    run.isFull() ? (Boolean) (more <= MORE_SECONDS_MAX) : null,
                    details);
        } finally {
            Run.drop(folder);
        }
    }

    /** Seconds until it answers; it is stopped again. */
    private static double start(Path jar, Path data, Path folder) throws IOException, InterruptedException {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var output = folder.resolve("server.out");
        var builder = new ProcessBuilder(
                        Rebuilding.java(), "--enable-native-access=ALL-UNNAMED", "-Xmx512m", "-jar", jar.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("TANSIQ_PORT", Integer.toString(port));
        builder.environment().put("TANSIQ_DATA", data.toString());
        builder.environment().put("TANSIQ_STORE", "sqlite");
        var start = System.nanoTime();
        var server = builder.start();
        try (var client = HttpClient.newHttpClient()) {
            var health = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health"))
                    .build();
            while (!answers(client, health)) {
                if (!server.isAlive() || System.nanoTime() - start > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
                    throw new IllegalStateException("The server did not start:\n" + Files.readString(output));
                }
                Thread.sleep(POLL_MILLIS);
            }
            return (System.nanoTime() - start) / 1e9;
        } finally {
            server.destroy();
            if (!server.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                server.destroyForcibly();
            }
        }
    }

    private static boolean answers(HttpClient client, HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }
}
