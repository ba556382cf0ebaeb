package org.tansiq.gateway.shared;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.shared.Invalid;
import org.tansiq.domain.shared.Text;
import org.tansiq.gateway.problems.Problem;
import org.tansiq.gateway.problems.ProblemException;
import org.tansiq.gateway.problems.WebProblem;

/** Turns what a request holds into the domain's words; whatever cannot be is an {@link Invalid} that names the field. */
public final class Fields {
    private static final int SHOWN_LENGTH_MAX = 100;

    private Fields() {}

    /**
     * The value itself.
     *
     * @throws Invalid {@code missing-field} when it was left out or null
     */
    public static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw new Invalid("missing-field", field);
        }
        return value;
    }

    /** What was not written is an empty text; whether it may be empty is the command's to say. */
    public static Text text(@Nullable Map<String, @Nullable String> words) {
        var written = new LinkedHashMap<String, String>();
        if (words != null) {
            words.forEach((tag, value) -> {
                var language = tag.toLowerCase(Locale.ROOT);
                if (written.put(language, value == null ? "" : inLines(value)) != null) {
                    throw new ProblemException(
                            Problem.of(WebProblem.DUPLICATE_FIELD).field(shortened(language)));
                }
            });
        }
        return new Text(written);
    }

    /** Lines end as they do here, wherever they were written. */
    private static String inLines(String words) {
        return words.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** An instant with its offset, such as {@code 2018-02-24T12:00:00Z} or {@code 2018-02-24T13:00+01:00}. */
    public static Instant instant(String field, @Nullable String value) {
        var written = required(field, value);
        try {
            return inFourDigits(OffsetDateTime.parse(written.strip())).toInstant();
        } catch (DateTimeException unreadable) {
            throw new Invalid("bad-time", field, given(written, "2018-02-24T17:00:00Z"));
        }
    }

    public static @Nullable Instant instantIfAny(String field, @Nullable String value) {
        return value == null || value.isBlank() ? null : instant(field, value);
    }

    /** A date and hour without offset, such as {@code 2018-02-24T12:00}. */
    public static LocalDateTime localTime(String field, @Nullable String value) {
        var written = required(field, value);
        try {
            return inFourDigits(LocalDateTime.parse(written.strip()));
        } catch (DateTimeException unreadable) {
            throw new Invalid("bad-time", field, given(written, "2018-02-24T17:00"));
        }
    }

    /** Reckoning with years near the end of Java's calendar fails. */
    private static <T extends Temporal> T inFourDigits(T time) {
        if (time.get(ChronoField.YEAR) < 0 || time.get(ChronoField.YEAR) > 9999) {
            throw new DateTimeException("A year has four digits.");
        }
        return time;
    }

    public static ZoneId zone(String field, String value) {
        try {
            return ZoneId.of(value.strip());
        } catch (DateTimeException unknown) {
            throw new Invalid("bad-zone", field, Map.of("given", shortened(value)));
        }
    }

    public static <E extends Enum<E>> E choice(String field, Class<E> choices, @Nullable String value) {
        var wanted = required(field, value).toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(choices.getEnumConstants())
                .filter(choice -> choice.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new Invalid(
                        "bad-choice",
                        field,
                        Map.of(
                                "choices",
                                Arrays.stream(choices.getEnumConstants())
                                        .map(Enum::name)
                                        .toList())));
    }

    /** An identifier as any thing could have it; whether there is one with it is another question. */
    public static <I> I id(String field, @Nullable String value, Function<String, I> kind) {
        var written = required(field, value);
        try {
            return kind.apply(written.strip());
        } catch (IllegalArgumentException impossible) {
            throw new Invalid("bad-id", field, Map.of("given", shortened(written)));
        }
    }

    public static <I> Set<I> ids(
            String field, @Nullable Collection<@Nullable String> values, Function<String, I> kind) {
        var ids = new LinkedHashSet<I>();
        if (values != null) {
            values.forEach(value -> ids.add(id(field, value, kind)));
        }
        return ids;
    }

    /** Nothing given is an empty list; but what is in it must be something. */
    public static <T> List<T> list(String field, @Nullable List<@Nullable T> values) {
        return values == null
                ? List.of()
                : values.stream().map(value -> required(field, value)).toList();
    }

    /**
     * A position of the log.
     *
     * @param position -1 is before the first event
     */
    public static long position(String field, long position) {
        if (position < -1) {
            throw new Invalid("bad-position", field);
        }
        return position;
    }

    private static Map<String, String> given(String value, String example) {
        return Map.of("given", shortened(value), "example", example);
    }

    private static String shortened(String value) {
        return value.length() > SHOWN_LENGTH_MAX ? value.substring(0, SHOWN_LENGTH_MAX) : value;
    }
}
