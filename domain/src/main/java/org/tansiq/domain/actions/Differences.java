package org.tansiq.domain.actions;

import java.util.HashSet;
import java.util.Set;
import org.axonframework.eventsourcing.annotation.EventCriteriaBuilder;
import org.axonframework.eventsourcing.annotation.EventSourcedEntity;
import org.axonframework.eventsourcing.annotation.EventSourcingHandler;
import org.axonframework.eventsourcing.annotation.reflection.EntityCreator;
import org.axonframework.messaging.core.MessageTypeResolver;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;
import org.tansiq.domain.shared.Tags;

/** The actions with which one action was said to have nothing to do. It need not acknowledge them. */
@EventSourcedEntity
final class Differences {
    private final Set<ActionId> others = new HashSet<>();

    @EntityCreator
    Differences() {}

    @EventCriteriaBuilder
    static EventCriteria boundary(ActionId action, MessageTypeResolver types) {
        return EventCriteria.havingTags(Tag.of(Tags.ACTION, action.value()))
                .andBeingOneOfTypes(types, FindingSaidDifferent.class);
    }

    @EventSourcingHandler
    void on(FindingSaidDifferent e) {
        others.add(e.one());
        others.add(e.other());
    }

    /** These, and those that need not be acknowledged. */
    Set<ActionId> and(Set<ActionId> acknowledged) {
        var all = new HashSet<>(acknowledged);
        all.addAll(others);
        return all;
    }
}
