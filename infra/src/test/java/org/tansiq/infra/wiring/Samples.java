package org.tansiq.infra.wiring;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.shared.Fact;
import org.tansiq.domain.shared.Id;
import org.tansiq.domain.shared.Text;

/**
 * Events made up after their classes: so many of a type that each part of it that may be absent is once there and once
 * not, and each kind and each alternative occurs.
 */
final class Samples {
    private final int variant;
    private final boolean full;

    private Samples(int variant, boolean full) {
        this.variant = variant;
        this.full = full;
    }

    static List<Fact> of(Class<? extends Fact> type) {
        var facts = new LinkedHashSet<Fact>();
        for (var variant = 0; variant < variants(type); variant++) {
            facts.add(type.cast(new Samples(variant, true).value(type, "")));
        }
        facts.add(type.cast(new Samples(0, false).value(type, "")));
        return List.copyOf(facts);
    }

    /** What there may be in such an event: {@code ResourceOffered.where is absent}, {@code ActionKind.VIGIL}. */
    static Set<String> parts(Class<?> type) {
        var parts = new TreeSet<String>();
        if (type.isEnum()) {
            Arrays.stream(type.getEnumConstants())
                    .forEach(constant -> parts.add(type.getSimpleName() + "." + constant));
        } else if (isOurFamily(type)) {
            for (var permitted : type.getPermittedSubclasses()) {
                parts.add(type.getSimpleName() + " is " + permitted.getSimpleName());
                parts.addAll(parts(permitted));
            }
        } else if (type.isRecord() && type != Text.class) {
            for (var part : type.getRecordComponents()) {
                if (isOptional(part)) {
                    parts.add(name(part) + " is there");
                    parts.add(name(part) + " is absent");
                }
                parts.addAll(parts(part.getType()));
            }
        }
        return parts;
    }

    /** What there is in this one. */
    static Set<String> partsIn(@Nullable Object value) {
        var parts = new TreeSet<String>();
        if (value instanceof Enum<?> constant) {
            parts.add(constant.getDeclaringClass().getSimpleName() + "." + constant);
        } else if (value instanceof Record && !(value instanceof Text)) {
            for (var family : value.getClass().getInterfaces()) {
                if (family.isSealed()) {
                    parts.add(family.getSimpleName() + " is " + value.getClass().getSimpleName());
                }
            }
            for (var part : value.getClass().getRecordComponents()) {
                var inner = read(part, value);
                if (isOptional(part)) {
                    parts.add(name(part) + (isThere(inner) ? " is there" : " is absent"));
                }
                parts.addAll(partsIn(inner));
            }
        }
        return parts;
    }

    private static int variants(Class<?> type) {
        if (type.isEnum()) {
            return type.getEnumConstants().length;
        }
        if (isOurFamily(type)) {
            return type.getPermittedSubclasses().length;
        }
        return type.isRecord()
                ? Arrays.stream(type.getRecordComponents())
                        .mapToInt(part -> variants(part.getType()))
                        .max()
                        .orElse(1)
                : 1;
    }

    /** The JDK has sealed types too, such as {@link ZoneId}. */
    private static boolean isOurFamily(Class<?> type) {
        return type.isSealed() && type.isInterface();
    }

    private static boolean isOptional(RecordComponent part) {
        return isNullable(part.getAnnotatedType())
                || List.of(List.class, Set.class).contains(part.getType());
    }

    private static boolean isNullable(AnnotatedElement type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    private static boolean isThere(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case Iterable<?> items -> items.iterator().hasNext();
            default -> true;
        };
    }

    private static String name(RecordComponent part) {
        return part.getDeclaringRecord().getSimpleName() + "." + part.getName();
    }

    private static @Nullable Object read(RecordComponent part, Object value) {
        try {
            part.getAccessor().setAccessible(true);
            return part.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private @Nullable Object value(RecordComponent part) {
        if (!full && isNullable(part.getAnnotatedType())) {
            return null;
        }
        if (part.getGenericType() instanceof ParameterizedType of && part.getType() != Class.class) {
            var items = full ? List.of(value(of.getActualTypeArguments()[0], part.getName())) : List.of();
            return part.getType() == Set.class ? Set.copyOf(items) : items;
        }
        return value(part.getType(), part.getName());
    }

    private Object value(Type type, String name) {
        if (!(type instanceof Class<?> of)) {
            throw new IllegalArgumentException("No sample of " + type + " can be made up yet.");
        }
        if (of == Text.class) {
            return full ? Text.ofBoth("شموع لأجل الغوطة", "Candles for \"Ghouta\"") : new Text(Map.of());
        } else if (of == String.class) {
            return text(name);
        } else if (of == int.class || of == Integer.class) {
            return 3;
        } else if (of == Long.class) {
            return 12L;
        } else if (of == ZoneOffset.class) {
            return ZoneOffset.ofHours(4);
        } else if (of == double.class) {
            return name.equals("latitude") ? 53.5503 : -9.75;
        } else if (of == Instant.class) {
            return switch (name) {
                case "at" -> Instant.parse(full ? "2018-02-19T10:00:00.123456789Z" : "2018-02-19T10:00:00Z");
                case "until", "availableUntil" -> Instant.parse("2018-02-28T20:30:00Z");
                default -> Instant.parse("2018-02-28T18:00:00Z");
            };
        } else if (of == Duration.class) {
            return Duration.ofMinutes(90);
        } else if (of == LocalDateTime.class) {
            return LocalDateTime.parse("2018-02-28T19:00:00");
        } else if (of == ZoneId.class) {
            return ZoneId.of("Europe/Berlin");
        } else if (of.isEnum()) {
            return of.getEnumConstants()[variant % of.getEnumConstants().length];
        } else if (isOurFamily(of)) {
            return value(of.getPermittedSubclasses()[variant % of.getPermittedSubclasses().length], name);
        } else if (Id.class.isAssignableFrom(of)) {
            return made(of, name + "-1");
        } else if (of.isRecord()) {
            return made(
                    of, Arrays.stream(of.getRecordComponents()).map(this::value).toArray());
        }
        throw new IllegalArgumentException("No sample of " + of + " can be made up yet.");
    }

    private static String text(String name) {
        return switch (name) {
            case "country" -> "DE";
            case "hashtags" -> "#أنقذوا_الغوطة";
            case "languages" -> "ar";
            default -> name + "-1";
        };
    }

    private static Object made(Class<?> type, @Nullable Object... values) {
        var types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("No sample of " + type + " can be made up yet.", e);
        }
    }
}
