package org.tansiq.probe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The TCP connections that this process has open, as Linux tells of them in {@code /proc} (proc_pid_net(5)). */
public final class Connections {
    /** As the kernel writes them: 127.0.0.0/8, ::1, and the same behind ::ffff:; none, where one only listens. */
    private static final String NEAR =
            "[0-9A-F]{6}7F:.*|0{24}01000000:.*|0{16}FFFF0000[0-9A-F]{6}7F:.*|0{8}:.*|0{32}:.*";

    private Connections() {}

    public static boolean areTold() {
        return Files.isReadable(Path.of("/proc/self/net/tcp"));
    }

    /** The remote ends that are not on this machine's loopback. */
    public static Set<String> outside() {
        var own = inodes();
        var outside = new HashSet<String>();
        for (var table : List.of("tcp", "tcp6")) {
            for (var line : lines(Path.of("/proc/self/net", table))) {
                var words = line.strip().split("\\s+", -1);
                if (own.contains(words[9]) && !isNear(words[2])) {
                    outside.add(words[2]);
                }
            }
        }
        return outside;
    }

    /** @param end as in the table: the address in hexadecimal digits, each four bytes turned round, and the port */
    static boolean isNear(String end) {
        return end.matches(NEAR);
    }

    private static List<String> lines(Path table) {
        try (var lines = Files.lines(table)) {
            return lines.skip(1).toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> inodes() {
        try (var open = Files.list(Path.of("/proc/self/fd"))) {
            return open.map(Connections::target)
                    .filter(target -> target.startsWith("socket:["))
                    .map(target -> target.substring("socket:[".length(), target.length() - 1))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }
}
