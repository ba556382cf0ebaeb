package org.tansiq.gateway.shared;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.shared.Invalid;
import org.tansiq.domain.shared.Text;

/** Turns what a request holds into the domain's words; whatever cannot be is an {@link Invalid} that names the field. */
public final class Fields {
    private Fields() {}

    public static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw new Invalid("missing-field", field);
        }
        return value;
    }

    /** What was not written is an empty text; whether it may be empty is the command's to say. */
    public static Text text(@Nullable Map<String, @Nullable String> words) {
        var written = new java.util.HashMap<String, String>();
        if (words != null) {
            words.forEach((language, value) -> written.put(language, value == null ? "" : value));
        }
        return new Text(written);
    }

    /** An instant with its offset, such as {@code 2018-02-24T12:00:00Z} or {@code 2018-02-24T13:00+01:00}. */
    public static Instant instant(String field, @Nullable String value) {
        return read(
                "bad-time",
                field,
                required(field, value),
                time -> OffsetDateTime.parse(time).toInstant());
    }

    public static @Nullable Instant instantIfAny(String field, @Nullable String value) {
        return value == null || value.isBlank() ? null : instant(field, value);
    }

    /** A date and hour without offset, such as {@code 2018-02-24T12:00}. */
    public static LocalDateTime localTime(String field, @Nullable String value) {
        return read("bad-time", field, required(field, value), LocalDateTime::parse);
    }

    public static ZoneId zone(String field, String value) {
        return read("bad-zone", field, value, ZoneId::of);
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

    /** An identifier; one that could not be any is answered as one that is not there. */
    public static <I> I id(String field, @Nullable String value, Function<String, I> kind) {
        return read("bad-id", field, required(field, value), kind);
    }

    public static <I> Set<I> ids(String field, @Nullable Collection<String> values, Function<String, I> kind) {
        var ids = new LinkedHashSet<I>();
        if (values != null) {
            values.forEach(value -> ids.add(id(field, value, kind)));
        }
        return ids;
    }

    public static <T> List<T> list(@Nullable List<T> values) {
        return values == null ? List.of() : values;
    }

    private static <T> T read(String code, String field, String value, Function<String, T> reader) {
        try {
            return reader.apply(value.strip());
        } catch (DateTimeException | IllegalArgumentException unreadable) {
            throw new Invalid(code, field, Map.of("value", value.length() > 100 ? value.substring(0, 100) : value));
        }
    }
}
