package org.tansiq.projections.actions.matching;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** The words of the matcher: files beside this class, whose lines begin with {@code #} where they only explain. */
final class Tables {
    private Tables() {}

    /** The lines of a table that say something. */
    static List<String> lines(String name) {
        try (var file = Tables.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
