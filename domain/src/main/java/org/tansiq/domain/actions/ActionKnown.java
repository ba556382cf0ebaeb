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
import org.tansiq.domain.shared.Conflict;
import org.tansiq.domain.shared.NotFound;
import org.tansiq.domain.shared.Tags;

/**
 * Whether an action was ever scheduled, in which coalition, and whether it is merged into another now: for decisions of other
 * subjects that refer to one.
 */
@EventSourcedEntity
public record ActionKnown(
        @Nullable CoalitionId coalition, @Nullable ActionId id, boolean merged) {
    @EntityCreator
    public ActionKnown() {
        this(null, null, false);
    }

    @EventCriteriaBuilder
    public static EventCriteria boundary(ActionId action, MessageTypeResolver types) {
        return EventCriteria.havingTags(Tag.of(Tags.ACTION, action.value()))
                .andBeingOneOfTypes(types, ActionScheduled.class, ActionsMerged.class, MergeUndone.class);
    }

    @EventSourcingHandler
    public ActionKnown on(ActionScheduled scheduled) {
        return new ActionKnown(scheduled.coalition(), scheduled.action(), false);
    }

    @EventSourcingHandler
    public ActionKnown on(ActionsMerged e) {
        return e.gone().equals(id) ? new ActionKnown(coalition, id, true) : this;
    }

    @EventSourcingHandler
    public ActionKnown on(MergeUndone e) {
        return e.gone().equals(id) ? new ActionKnown(coalition, id, false) : this;
    }

    /** An action of another coalition does not exist in this one. Whoever names one does so in a field of that name. */
    public void required(CoalitionId in, ActionId action) {
        if (!in.equals(coalition)) {
            throw new NotFound("action", action, "action");
        }
    }

    /** Whoever adds something to an action adds it to the one that remained. */
    public void requireStanding() {
        if (merged) {
            throw new Conflict("action-merged");
        }
    }
}
