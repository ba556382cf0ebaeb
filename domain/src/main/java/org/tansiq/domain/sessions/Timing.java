package org.tansiq.domain.sessions;

import org.axonframework.eventsourcing.annotation.EventCriteriaBuilder;
import org.axonframework.eventsourcing.annotation.EventSourcedEntity;
import org.axonframework.eventsourcing.annotation.EventSourcingHandler;
import org.axonframework.eventsourcing.annotation.reflection.EntityCreator;
import org.axonframework.messaging.core.MessageTypeResolver;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.actions.ActionId;
import org.tansiq.domain.actions.ActionKnown;
import org.tansiq.domain.actions.ActionScheduled;
import org.tansiq.domain.actions.ActionsMerged;
import org.tansiq.domain.actions.MergeUndone;
import org.tansiq.domain.shared.Tags;

/** Whether there is an action, and for which session it is meant. */
@EventSourcedEntity
record Timing(ActionKnown action, @Nullable SessionId session) {
    @EntityCreator
    Timing() {
        this(new ActionKnown(), null);
    }

    @EventCriteriaBuilder
    static EventCriteria boundary(ActionId action, MessageTypeResolver types) {
        return EventCriteria.havingTags(Tag.of(Tags.ACTION, action.value()))
                .andBeingOneOfTypes(
                        types,
                        ActionScheduled.class,
                        ActionsMerged.class,
                        MergeUndone.class,
                        ActionTimedToSession.class);
    }

    @EventSourcingHandler
    Timing on(ActionScheduled e) {
        return new Timing(action.on(e), session);
    }

    @EventSourcingHandler
    Timing on(ActionsMerged e) {
        return new Timing(action.on(e), session);
    }

    @EventSourcingHandler
    Timing on(MergeUndone e) {
        return new Timing(action.on(e), session);
    }

    @EventSourcingHandler
    Timing on(ActionTimedToSession e) {
        return new Timing(action, e.session());
    }
}
