package org.tansiq.gateway.actions;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.shared.Invalid;

/**
 * A spreadsheet of actions, as committees fill them in and send them around: what could be read of it, and why the rest
 * could not.
 *
 * @param rows in the order of the file
 * @param problems of the rows that are not among {@code rows}, likewise
 * @param ignored headers of columns that mean nothing here
 */
public record Sheet(List<SheetRow> rows, List<RowProblem> problems, List<String> ignored) {
    public static final int ROWS_MAX = 10_000;

    private static final Pattern LINE_BREAK = Pattern.compile("\\r\\n?|\\n");
    private static final List<Character> DELIMITERS = List.of(',', ';', '\t');

    /**
     * Reads a CSV file in UTF-8, with or without byte order mark; its cells are parted by what its header is parted by:
     * comma, semicolon or tab.
     *
     * @throws Invalid of the whole file: {@code broken-utf8}, {@code broken-csv}, {@code missing-column}, {@code
     *     duplicate-column}, {@code too-many-rows}. What is wrong with one row is among {@link #problems}.
     */
    public static Sheet read(byte[] file) {
        var text = Utf8.text(file);
        var lines = lines(text, delimiter(text));
        if (lines.isEmpty()) {
            throw new Invalid("missing-column", Column.REQUIRED.getFirst().field());
        }
        var header = Header.of(lines.getFirst().getFields());
        if (lines.size() - 1 > ROWS_MAX) {
            throw new Invalid("too-many-rows", "file", Map.of("max", ROWS_MAX));
        }
        return read(header, lines.subList(1, lines.size()));
    }

    private static Sheet read(Header header, List<CsvRecord> lines) {
        var rows = new ArrayList<SheetRow>();
        var problems = new ArrayList<RowProblem>();
        for (var line : lines) {
            var reading = new RowReading(header, Math.toIntExact(line.getStartingLineNumber()), line.getFields());
            try {
                rows.add(reading.row());
            } catch (Invalid invalid) {
                problems.add(reading.problem(invalid));
            }
        }
        return new Sheet(List.copyOf(rows), List.copyOf(problems), header.ignored());
    }

    /** The one under which most of the first line is known as headers. */
    private static char delimiter(String text) {
        return DELIMITERS.stream()
                .max(Comparator.comparingLong(delimiter -> Header.known(firstLine(text, delimiter))))
                .orElseThrow();
    }

    private static List<String> firstLine(String text, char delimiter) {
        try {
            return csv(text, delimiter).stream()
                    .filter(Sheet::isWritten)
                    .findFirst()
                    .map(CsvRecord::getFields)
                    .orElse(List.of());
        } catch (CsvParseException otherDelimiter) {
            return List.of();
        }
    }

    /** All lines that say something, and no more of them than it takes to see that there are too many. */
    private static List<CsvRecord> lines(String text, char delimiter) {
        var lines = new ArrayList<CsvRecord>();
        @Nullable CsvRecord last = null;
        try {
            for (var line : csv(text, delimiter)) {
                last = line;
                if (isWritten(line)) {
                    lines.add(line);
                }
                if (lines.size() > ROWS_MAX + 1) {
                    break;
                }
            }
        } catch (CsvParseException broken) {
            throw new Invalid("broken-csv", "file", Map.of("line", lineAfter(last)));
        }
        return lines;
    }

    private static CsvReader<CsvRecord> csv(String text, char delimiter) {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .skipEmptyLines(false)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text);
    }

    private static boolean isWritten(CsvRecord line) {
        return !line.getFields().stream().allMatch(String::isBlank);
    }

    private static int lineAfter(@Nullable CsvRecord last) {
        if (last == null) {
            return 1;
        }
        var breaks = last.getFields().stream()
                .flatMap(cell -> LINE_BREAK.matcher(cell).results())
                .count();
        return Math.toIntExact(last.getStartingLineNumber() + breaks + 1);
    }
}
