package org.tansiq.domain.actions;

import java.time.Instant;
import java.util.Map;
import org.axonframework.eventsourcing.annotation.EventCriteriaBuilder;
import org.axonframework.eventsourcing.annotation.EventSourcedEntity;
import org.axonframework.eventsourcing.annotation.EventSourcingHandler;
import org.axonframework.eventsourcing.annotation.reflection.EntityCreator;
import org.axonframework.messaging.core.MessageTypeResolver;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.members.Membership;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Conflict;
import org.tansiq.domain.shared.NotAllowed;
import org.tansiq.domain.shared.NotFound;
import org.tansiq.domain.shared.OrganizationId;
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

    /** Whoever called, and stewards, go after the answers. */
    static void requireCaller(SynchronizedCalled call, OrganizationId by, Membership membership) {
        if (!call.by().equals(by) && !membership.isSteward()) {
            throw new NotAllowed("not-caller");
        }
    }

    /** Between {@code opens} and {@code closes}, where they are given. */
    static void requireOpen(SynchronizedCalled call, Instant at) {
        if (call.opens() != null && at.isBefore(call.opens())) {
            throw new Conflict("call-not-open", Map.of("opens", call.opens().toString()));
        }
        if (call.closes() != null && at.isAfter(call.closes())) {
            throw new Conflict("call-closed", Map.of("closed", call.closes().toString()));
        }
    }

    /** A call of another coalition does not exist in this one. */
    SynchronizedCalled in(CoalitionId coalition, SynchronizedId id) {
        if (called == null || !called.coalition().equals(coalition)) {
            throw new NotFound("synchronized", id);
        }
        return called;
    }
}
