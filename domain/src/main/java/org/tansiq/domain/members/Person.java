package org.tansiq.domain.members;

import org.axonframework.eventsourcing.annotation.EventCriteriaBuilder;
import org.axonframework.eventsourcing.annotation.EventSourcedEntity;
import org.axonframework.eventsourcing.annotation.EventSourcingHandler;
import org.axonframework.eventsourcing.annotation.reflection.EntityCreator;
import org.axonframework.messaging.core.MessageTypeResolver;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;
import org.tansiq.domain.shared.PersonId;
import org.tansiq.domain.shared.Tags;

/** All that the log knows of a person but the id: whether it was erased. */
@EventSourcedEntity
record Person(boolean isErased) {
    @EntityCreator
    Person() {
        this(false);
    }

    @EventCriteriaBuilder
    static EventCriteria boundary(PersonId id, MessageTypeResolver types) {
        return EventCriteria.havingTags(Tag.of(Tags.PERSON, id.value())).andBeingOneOfTypes(types, PersonErased.class);
    }

    @EventSourcingHandler
    Person on(PersonErased event) {
        return new Person(true);
    }
}
