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

/** Whether an action was ever scheduled, and in which coalition: for decisions of other subjects that refer to one. */
@EventSourcedEntity
public record ActionKnown(@Nullable CoalitionId coalition) {
    @EntityCreator
    public ActionKnown() {
        this(null);
    }

    @EventCriteriaBuilder
    public static EventCriteria boundary(ActionId action, MessageTypeResolver types) {
        return EventCriteria.havingTags(Tag.of(Tags.ACTION, action.value()))
                .andBeingOneOfTypes(types, ActionScheduled.class);
    }

    @EventSourcingHandler
    public ActionKnown on(ActionScheduled scheduled) {
        return new ActionKnown(scheduled.coalition());
    }

    /** An action of another coalition does not exist in this one. Whoever names one does so in a field of that name. */
    public void required(CoalitionId in, ActionId action) {
        if (!in.equals(coalition)) {
            throw new NotFound("action", action, "action");
        }
    }
}
