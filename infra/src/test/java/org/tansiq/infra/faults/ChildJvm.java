package org.tansiq.infra.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A JVM of its own that runs one class of the tests, and whose every line is kept, also when it is killed. */
final class ChildJvm implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private final Process process;
    private final Thread reader;
    private final List<String> lines = new ArrayList<>();

    private ChildJvm(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
        reader = Thread.ofPlatform().daemon().name("child-lines").start(this::read);
    }

    static ChildJvm start(Class<?> main, Object... arguments) {
        return start(List.of(), main, arguments);
    }

    /** No file that it writes can become longer. */
    static ChildJvm startWithFilesUpTo(int kibibytes, Class<?> main, Object... arguments) {
        return start(List.of("bash", "-c", "ulimit -f " + kibibytes + "; exec \"$@\"", "bash"), main, arguments);
    }

    private static ChildJvm start(List<String> before, Class<?> main, Object... arguments) {
        try {
            var folder = Files.createTempDirectory("tansiq-child");
            var command = new ArrayList<>(before);
            command.addAll(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-XX:-UsePerfData",
                    "-Xmx256m",
                    "-Duser.timezone=UTC",
                    "-Djava.io.tmpdir=" + folder,
                    "--enable-native-access=ALL-UNNAMED",
                    "-cp",
                    System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                    main.getName()));
            for (var argument : arguments) {
                command.add(argument.toString());
            }
            var process = new ProcessBuilder(command)
                    .redirectError(folder.resolve("errors").toFile())
                    .start();
            return new ChildJvm(folder, process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read() {
        try (var in = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                synchronized (lines) {
                    lines.add(line);
                    lines.notifyAll();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it has said so far, each line whole. */
    List<String> lines() {
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }

    /** Waits until it has said this. */
    void await(String line) throws InterruptedException {
        await(said -> said.contains(line));
    }

    /** Waits until it has said so many lines. */
    void await(int count) throws InterruptedException {
        await(said -> said.size() >= count);
    }

    private void await(Predicate<List<String>> enough) throws InterruptedException {
        var giveUpAt = System.nanoTime() + PATIENCE.toNanos();
        synchronized (lines) {
            while (!enough.test(lines)) {
                var millis = TimeUnit.NANOSECONDS.toMillis(giveUpAt - System.nanoTime());
                if (millis <= 0 || (!process.isAlive() && !reader.isAlive())) {
                    throw new AssertionError("The child has said too little: " + lines + ". Its errors: " + errors());
                }
                lines.wait(Math.min(millis, 100));
            }
        }
    }

    /** Tells it to come to its end, and waits for that. */
    void end() throws InterruptedException, IOException {
        process.getOutputStream().write("end\n".getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
        awaitEnd();
    }

    void awaitEnd() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("The child does not come to its end. Its errors: " + errors());
        }
        reader.join();
        if (process.exitValue() != 0) {
            throw new AssertionError("The child ended with " + process.exitValue() + ". Its errors: " + errors());
        }
    }

    /** Ends it as {@code kill -9} does, and reads what was still in the pipe. */
    void kill() throws InterruptedException {
        // Process.destroyForcibly would close the pipe, and lose what was said last.
        process.toHandle().destroyForcibly();
        process.waitFor();
        reader.join();
    }

    /** Stops it in the middle of whatever its threads do; {@link #thaw} lets them go on. */
    void freeze() throws IOException, InterruptedException {
        signal("STOP");
    }

    void thaw() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        var sent = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
        if (sent != 0) {
            throw new IOException("The child cannot be signalled.");
        }
    }

    private String errors() {
        try {
            return Files.readString(folder.resolve("errors"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Override
    public void close() {
        try {
            kill();
            Folders.delete(folder);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
