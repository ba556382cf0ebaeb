package org.tansiq.domain.members;

import org.axonframework.eventsourcing.annotation.EventCriteriaBuilder;
import org.axonframework.eventsourcing.annotation.EventSourcedEntity;
import org.axonframework.eventsourcing.annotation.EventSourcingHandler;
import org.axonframework.eventsourcing.annotation.reflection.EntityCreator;
import org.axonframework.messaging.core.MessageTypeResolver;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.shared.NotFound;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Tags;

/** Whether an organisation is registered, and under which name. */
@EventSourcedEntity
record Organization(@Nullable OrganizationRegistered registered) {
    @EntityCreator
    Organization() {
        this(null);
    }

    /** Whatever else an organisation does carries its tag too, and must not disturb this. */
    @EventCriteriaBuilder
    static EventCriteria boundary(OrganizationId id, MessageTypeResolver types) {
        return EventCriteria.havingTags(Tag.of(Tags.ORGANIZATION, id.value()))
                .andBeingOneOfTypes(types, OrganizationRegistered.class);
    }

    @EventSourcingHandler
    Organization on(OrganizationRegistered event) {
        return new Organization(event);
    }

    void required(OrganizationId id) {
        if (registered == null) {
            throw new NotFound("organization", id);
        }
    }
}
