package org.tansiq.infra.wiring;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.eventsourcing.eventstore.TagResolver;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventstreaming.Tag;

/**
 * The tags of events that are records with a key on every {@link EventTag}, as ours are. What is tagged is looked up once
 * for each class; Axon 5.0.1 goes through all fields and methods of each event, a tenth of a command's work. Other events
 * are left to Axon.
 */
final class RecordTags implements TagResolver {
    private record Tagged(String key, Method method) {
        Object value(Object payload) {
            try {
                return method.invoke(payload);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("The tag " + key + " of " + payload.getClass() + " cannot be read.", e);
            }
        }
    }

    private final TagResolver others;
    private final Map<Class<?>, Optional<List<Tagged>>> known = new ConcurrentHashMap<>();

    RecordTags(TagResolver others) {
        this.others = others;
    }

    @Override
    public Set<Tag> resolve(EventMessage event) {
        var payload = event.payload();
        if (payload == null) {
            return others.resolve(event);
        }
        return known.computeIfAbsent(payload.getClass(), RecordTags::tagged)
                .map(tagged -> tags(tagged, payload))
                .orElseGet(() -> others.resolve(event));
    }

    private static Set<Tag> tags(List<Tagged> tagged, Object payload) {
        var tags = new HashSet<Tag>();
        for (var each : tagged) {
            var value = each.value(payload);
            if (value instanceof Iterable<?> several) {
                several.forEach(one -> tags.add(new Tag(each.key(), one.toString())));
            } else if (value != null) {
                tags.add(new Tag(each.key(), value.toString()));
            }
        }
        return tags;
    }

    /** An annotation on a component of a record is on its accessor too. */
    private static Optional<List<Tagged>> tagged(Class<?> type) {
        if (!type.isRecord()) {
            return Optional.empty();
        }
        var tagged = new ArrayList<Tagged>();
        for (var method : type.getDeclaredMethods()) {
            for (var tag : method.getAnnotationsByType(EventTag.class)) {
                if (tag.key().isBlank() || Map.class.isAssignableFrom(method.getReturnType())) {
                    return Optional.empty();
                }
                method.setAccessible(true);
                tagged.add(new Tagged(tag.key(), method));
            }
        }
        return Optional.of(List.copyOf(tagged));
    }
}
