package org.tansiq.infra.campaign;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventstreaming.Tag;
import org.tansiq.domain.shared.Fact;

/** The tags of facts, without all that carries a command out. */
final class Tagging {
    private record Tagged(String key, Method method) {}

    private final Map<Class<?>, List<Tagged>> known = new HashMap<>();

    Set<Tag> tags(Fact fact) {
        var tags = new HashSet<Tag>();
        for (var tagged : known.computeIfAbsent(fact.getClass(), Tagging::tagged)) {
            switch (value(tagged.method(), fact)) {
                case null -> {}
                case Iterable<?> several -> several.forEach(one -> tags.add(new Tag(tagged.key(), one.toString())));
                case Object one -> tags.add(new Tag(tagged.key(), one.toString()));
            }
        }
        return tags;
    }

    private static Object value(Method method, Fact fact) {
        try {
            return method.invoke(fact);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Tagged> tagged(Class<?> type) {
        var tagged = new ArrayList<Tagged>();
        for (var method : type.getDeclaredMethods()) {
            for (var tag : method.getAnnotationsByType(EventTag.class)) {
                method.setAccessible(true);
                tagged.add(new Tagged(tag.key(), method));
            }
        }
        return tagged;
    }
}
