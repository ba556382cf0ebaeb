package org.tansiq.gateway.actions;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.actions.ActionKind;
import org.tansiq.domain.shared.Folding;
import org.tansiq.domain.shared.Invalid;
import org.tansiq.domain.shared.Limits;

/** Reads single cells as people fill them in: digits of any script, a decimal comma, marks that turn the writing. */
final class Cells {
    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,9}(\\.[0-9]{1,20})?");
    private static final Pattern BETWEEN_HASHTAGS = Pattern.compile("[\\s,،;؛]+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern ARABIC = Pattern.compile("\\p{IsArabic}");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'H:mm[:ss][XXX]", Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private Cells() {}

    /**
     * A time as it is written.
     *
     * @param offset from UTC, if it says so; then it is exact
     */
    record Written(LocalDateTime local, @Nullable ZoneOffset offset) {
        /** What clocks in {@code zone} show then; of a time without an offset it is taken for granted. */
        LocalDateTime in(ZoneId zone) {
            return offset == null
                    ? local
                    : local.atOffset(offset).atZoneSameInstant(zone).toLocalDateTime();
        }
    }

    /** What a spreadsheet program would run when it opens the file again; a number with a sign is not that. */
    static boolean isFormula(String cell) {
        var suspect = beginsWithOneOf("=+-@\t\r", cell) || beginsWithOneOf("=+-@", cell.strip());
        return suspect && !NUMBER.matcher(plain(cell)).matches();
    }

    private static boolean beginsWithOneOf(String signs, String cell) {
        return !cell.isEmpty() && signs.indexOf(cell.charAt(0)) >= 0;
    }

    /** A name of at most {@link Limits#NAME_LENGTH_MAX}, on one line; null if nothing is written. */
    static @Nullable String line(Column column, String cell) {
        var line = WHITE_SPACE.matcher(cell).replaceAll(" ").strip();
        if (line.isEmpty()) {
            return null;
        }
        Limits.line(column.field(), line);
        return line;
    }

    static String requiredLine(Column column, String cell) {
        var line = line(column, cell);
        if (line == null) {
            throw new Invalid("text-empty", column.field());
        }
        return line;
    }

    /** {@code 2018-02-24T12:00} or {@code 2018-02-24 12:00}, with seconds and an offset or without; null if nothing is written. */
    static @Nullable Written time(Column column, String cell) {
        var time = WHITE_SPACE.matcher(plain(cell)).replaceFirst("T");
        if (time.isEmpty()) {
            return null;
        }
        try {
            return switch (TIME.parseBest(time, OffsetDateTime::from, LocalDateTime::from)) {
                case OffsetDateTime exact -> new Written(exact.toLocalDateTime(), exact.getOffset());
                case TemporalAccessor local -> new Written(LocalDateTime.from(local), null);
            };
        } catch (DateTimeParseException unread) {
            throw new Invalid(
                    "bad-time", column.field(), Map.of("given", shortened(cell), "example", "2018-02-24T12:00"));
        }
    }

    static @Nullable ZoneId zone(String cell) {
        var zone = plain(cell);
        if (zone.isEmpty()) {
            return null;
        }
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            throw new Invalid("no-such-zone", Column.TIMEZONE.field(), Map.of("given", shortened(cell)));
        }
    }

    /** Degrees, at most {@code max} to either side; null if nothing is written. */
    static @Nullable Double degrees(Column column, String cell, int max) {
        var number = plain(cell);
        if (number.isEmpty()) {
            return null;
        }
        if (!NUMBER.matcher(number).matches()) {
            throw new Invalid("bad-number", column.field(), Map.of("given", shortened(cell)));
        }
        var degrees = Double.parseDouble(number);
        if (Math.abs(degrees) > max) {
            throw new Invalid("coordinates-out-of-range", column.field(), Map.of("max", max));
        }
        return degrees;
    }

    /** A language tag; if nothing is written, that of the script in which the title is. */
    static String language(String cell, String title) {
        var language = plain(cell).toLowerCase(Locale.ROOT);
        if (language.isEmpty()) {
            return ARABIC.matcher(title).find() ? "ar" : "en";
        }
        Limits.language(Column.LANGUAGE.field(), language);
        return language;
    }

    static List<String> hashtags(String cell) {
        return BETWEEN_HASHTAGS
                .splitAsStream(cell)
                .filter(tag -> !tag.isEmpty())
                .toList();
    }

    /** A kind by its name or by a word for it; if nothing is written, a guess from the title. */
    static ActionKind kind(String cell, String title) {
        var name = Folding.fold(cell);
        if (name.isEmpty()) {
            return KindFromTitle.guess(title);
        }
        for (var kind : ActionKind.values()) {
            if (Folding.fold(kind.name()).equals(name)) {
                return kind;
            }
        }
        var kind = KindFromTitle.guess(name);
        if (kind == ActionKind.OTHER) {
            throw new Invalid("no-such-kind", Column.KIND.field(), Map.of("given", shortened(cell)));
        }
        return kind;
    }

    /** Without what is not seen, with digits and signs as a computer writes them. */
    private static String plain(String cell) {
        var visible = INVISIBLE.matcher(cell).replaceAll("").strip();
        var plain = new StringBuilder(visible.length());
        visible.codePoints().forEach(letter -> {
            switch (letter) {
                case '\u2212' -> plain.append('-'); // minus sign
                case ',', '\u066B' -> plain.append('.'); // decimal comma, Arabic decimal separator
                default -> {
                    var digit = Character.digit(letter, 10);
                    plain.appendCodePoint(digit < 0 ? letter : '0' + digit);
                }
            }
        });
        return plain.toString();
    }

    private static String shortened(String cell) {
        var line = WHITE_SPACE.matcher(cell).replaceAll(" ").strip();
        return line.length() <= Limits.NAME_LENGTH_MAX ? line : line.substring(0, Limits.NAME_LENGTH_MAX);
    }
}
