package org.tansiq.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** What it was measured on. */
final class Machine {
    private static final int SYNCS = 200;

    private Machine() {}

    static Map<String, Object> describe(Path folder) throws IOException, SQLException {
        var described = new LinkedHashMap<String, Object>();
        described.put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        described.put("cpu", cpu());
        described.put("processors", Runtime.getRuntime().availableProcessors());
        described.put("memory", memory());
        described.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        described.put("jdk", System.getProperty("java.vendor") + " " + Runtime.version());
        described.put("heapMax", (Runtime.getRuntime().maxMemory() >> 20) + " MiB");
        var store = Files.getFileStore(folder);
        described.put("disk", store.type() + " on " + store.name());
        described.put("syncMicros", Math.round(syncMicros(folder)));
        described.put("sqlite", sqlite());
        return described;
    }

    /** Whether what is written there stays in memory, so that nothing about durability would be measured. */
    static boolean isMemory(Path folder) throws IOException {
        return Files.getFileStore(folder).type().matches("tmpfs|ramfs");
    }

    static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static String cpu() throws IOException {
        var info = Path.of("/proc/cpuinfo");
        if (!Files.isReadable(info)) {
            return System.getProperty("os.arch");
        }
        return Files.readAllLines(info).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse(System.getProperty("os.arch"));
    }

    private static String memory() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean os
                ? (os.getTotalMemorySize() >> 30) + " GiB"
                : "unknown";
    }

    private static String sqlite() throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite::memory:");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select sqlite_version()")) {
            return rows.getString(1);
        }
    }

    /** Median time for 4 KiB to be appended and synchronised: the least that a durable commit of its own can take. */
    private static double syncMicros(Path folder) throws IOException {
        var file = folder.resolve("sync");
        var nanos = new long[SYNCS];
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (var i = 0; i < SYNCS; i++) {
                var start = System.nanoTime();
                channel.write(ByteBuffer.allocate(4_096));
                channel.force(false);
                nanos[i] = System.nanoTime() - start;
            }
        } finally {
            Files.deleteIfExists(file);
        }
        Arrays.sort(nanos);
        return nanos[SYNCS / 2] / 1e3;
    }
}
