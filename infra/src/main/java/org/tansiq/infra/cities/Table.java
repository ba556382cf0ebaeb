package org.tansiq.infra.cities;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** A file of this package: UTF-8, one row a line, cells parted by tabs, several values in a cell by bars, a head line. */
final class Table {
    private Table() {}

    static List<String[]> read(String file) {
        var stream = Table.class.getResourceAsStream(file);
        if (stream == null) {
            throw new IllegalStateException(file + " is not on the class path.");
        }
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(line -> line.split("\t", -1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<String> values(String cell) {
        return cell.isEmpty() ? Stream.empty() : Stream.of(cell.split("\\|", -1));
    }
}
