package org.tansiq.infra.rows;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How many characters a value has as JSON at the most, without writing it: texts count as if all of them were escaped. */
final class LengthBound {
    /** As {@code \}{@code u0000}. */
    private static final int ESCAPED = 6;
    /** Numbers, times, names of constants and of zones: with quotes and a comma. */
    private static final int SHORT = 80;

    private static final int AROUND = 4;

    private static final Map<Class<?>, List<Part>> KNOWN = new ConcurrentHashMap<>();

    private record Part(int name, Method accessor) {}

    private LengthBound() {}

    static long of(@Nullable Object value) {
        return switch (value) {
            case null -> SHORT;
            case CharSequence text -> AROUND + (long) ESCAPED * text.length();
            case Record parts -> parts(parts);
            case Collection<?> items -> {
                var bound = (long) AROUND;
                for (var item : items) {
                    bound += of(item) + 1;
                }
                yield bound;
            }
            case Map<?, ?> entries -> {
                var bound = (long) AROUND;
                for (var entry : entries.entrySet()) {
                    bound += of(entry.getKey()) + of(entry.getValue()) + AROUND;
                }
                yield bound;
            }
            case Enum<?> constant -> AROUND + constant.name().length();
            case Number number -> SHORT;
            case Boolean yes -> SHORT;
            // Times and whatever else is written as what it says of itself.
            default -> value.getClass().getName().startsWith("java.time.") ? SHORT : of(value.toString());
        };
    }

    private static long parts(Record of) {
        var bound = (long) AROUND;
        for (var part : KNOWN.computeIfAbsent(of.getClass(), LengthBound::parts)) {
            bound += part.name() + AROUND + of(read(part.accessor(), of));
        }
        return bound;
    }

    private static @Nullable Object read(Method accessor, Record of) {
        try {
            return accessor.invoke(of);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(of.getClass() + " cannot be read.", e);
        }
    }

    private static List<Part> parts(Class<?> type) {
        return Stream.of(type.getRecordComponents())
                .map(component -> {
                    component.getAccessor().setAccessible(true);
                    return new Part(component.getName().length(), component.getAccessor());
                })
                .toList();
    }
}
