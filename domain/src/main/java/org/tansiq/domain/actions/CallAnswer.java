package org.tansiq.domain.actions;

import org.axonframework.eventsourcing.annotation.EventCriteriaBuilder;
import org.axonframework.eventsourcing.annotation.EventSourcedEntity;
import org.axonframework.eventsourcing.annotation.EventSourcingHandler;
import org.axonframework.eventsourcing.annotation.reflection.EntityCreator;
import org.axonframework.messaging.core.MessageTypeResolver;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.shared.Tags;

/** What one organisation last answered to one call. */
@EventSourcedEntity
record CallAnswer(@Nullable CallAnswered last) {
    @EntityCreator
    CallAnswer() {
        this(null);
    }

    @EventCriteriaBuilder
    static EventCriteria boundary(CallAnswerId id, MessageTypeResolver types) {
        return EventCriteria.havingTags(
                        Tag.of(Tags.SYNCHRONIZED, id.synchronizedAction().value()),
                        Tag.of(Tags.ORGANIZATION, id.organization().value()))
                .andBeingOneOfTypes(types, CallAnswered.class);
    }

    @EventSourcingHandler
    CallAnswer on(CallAnswered e) {
        return new CallAnswer(e);
    }
}
