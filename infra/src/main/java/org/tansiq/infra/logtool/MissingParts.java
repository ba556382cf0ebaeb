package org.tansiq.infra.logtool;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Finds what a record lacks: JSON that has not a part is read as a record whose part is null, wanted or not. */
final class MissingParts {
    private static final String OURS = "org.tansiq.";
    private static final Map<Class<?>, List<Part>> KNOWN = new ConcurrentHashMap<>();

    private MissingParts() {}

    private record Part(Method read, boolean mayBeNull) {
        static Part of(RecordComponent component) {
            var read = component.getAccessor();
            read.setAccessible(true);
            return new Part(read, component.getAnnotatedType().isAnnotationPresent(Nullable.class));
        }

        boolean isMissingIn(Object whole) {
            try {
                var value = read.invoke(whole);
                return value == null ? !mayBeNull : MissingParts.in(value);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(read + " cannot be called.", e);
            }
        }
    }

    /** Whether a part that is never null is null, here or further inside. */
    static boolean in(Object value) {
        return value.getClass().isRecord()
                && value.getClass().getName().startsWith(OURS)
                && KNOWN.computeIfAbsent(value.getClass(), MissingParts::parts).stream()
                        .anyMatch(part -> part.isMissingIn(value));
    }

    private static List<Part> parts(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> !component.getType().isPrimitive())
                .map(Part::of)
                .toList();
    }
}
