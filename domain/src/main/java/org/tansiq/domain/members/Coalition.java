package org.tansiq.domain.members;

import org.axonframework.eventsourcing.annotation.EventCriteriaBuilder;
import org.axonframework.eventsourcing.annotation.EventSourcedEntity;
import org.axonframework.eventsourcing.annotation.EventSourcingHandler;
import org.axonframework.eventsourcing.annotation.reflection.EntityCreator;
import org.axonframework.messaging.core.MessageTypeResolver;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.NotFound;
import org.tansiq.domain.shared.Tags;

/** Whether a coalition exists, and how it began. */
@EventSourcedEntity
record Coalition(@Nullable CoalitionFounded founded) {
    @EntityCreator
    Coalition() {
        this(null);
    }

    /** Every event of a coalition carries its tag; only this one decides whether it exists. */
    @EventCriteriaBuilder
    static EventCriteria boundary(CoalitionId id, MessageTypeResolver types) {
        return EventCriteria.havingTags(Tag.of(Tags.COALITION, id.value()))
                .andBeingOneOfTypes(types, CoalitionFounded.class);
    }

    @EventSourcingHandler
    Coalition on(CoalitionFounded event) {
        return new Coalition(event);
    }

    void required(CoalitionId id) {
        if (founded == null) {
            throw new NotFound("coalition", id);
        }
    }
}
