package org.tansiq.domain.actions;

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

/** A call as it was made. Its cities are not in it, so that thousands of them can be committed side by side. */
@EventSourcedEntity
record SynchronizedCall(@Nullable SynchronizedCalled called) {
    @EntityCreator
    SynchronizedCall() {
        this(null);
    }

    @EventCriteriaBuilder
    static EventCriteria boundary(SynchronizedId id, MessageTypeResolver types) {
        return EventCriteria.havingTags(Tag.of(Tags.SYNCHRONIZED, id.value()))
                .andBeingOneOfTypes(types, SynchronizedCalled.class);
    }

    @EventSourcingHandler
    SynchronizedCall on(SynchronizedCalled e) {
        return new SynchronizedCall(e);
    }

    /** A call of another coalition does not exist in this one. */
    SynchronizedCalled in(CoalitionId coalition, SynchronizedId id) {
        if (called == null || !called.coalition().equals(coalition)) {
            throw new NotFound("synchronized", id);
        }
        return called;
    }
}
