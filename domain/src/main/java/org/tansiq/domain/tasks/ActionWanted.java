package org.tansiq.domain.tasks;

import org.axonframework.eventsourcing.annotation.EventCriteriaBuilder;
import org.axonframework.eventsourcing.annotation.EventSourcedEntity;
import org.axonframework.eventsourcing.annotation.EventSourcingHandler;
import org.axonframework.eventsourcing.annotation.reflection.EntityCreator;
import org.axonframework.messaging.core.MessageTypeResolver;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.actions.ActionId;
import org.tansiq.domain.actions.ActionKnown;
import org.tansiq.domain.actions.ActionScheduled;
import org.tansiq.domain.actions.ActionsMerged;
import org.tansiq.domain.actions.MergeUndone;
import org.tansiq.domain.shared.CoalitionId;

/** Whether the action that a new task is for exists. A task for none reads only what it reads anyhow, its own opening. */
@EventSourcedEntity
record ActionWanted(ActionKnown action) {
    /** The new task, and the action that it is for, if any. */
    public record Id(TaskId task, @Nullable ActionId action) {}

    @EntityCreator
    ActionWanted() {
        this(new ActionKnown());
    }

    @EventCriteriaBuilder
    static EventCriteria boundary(Id id, MessageTypeResolver types) {
        return id.action() == null ? TaskKnown.boundary(id.task(), types) : ActionKnown.boundary(id.action(), types);
    }

    @EventSourcingHandler
    ActionWanted on(ActionScheduled scheduled) {
        return new ActionWanted(action.on(scheduled));
    }

    @EventSourcingHandler
    ActionWanted on(ActionsMerged merged) {
        return new ActionWanted(action.on(merged));
    }

    @EventSourcingHandler
    ActionWanted on(MergeUndone undone) {
        return new ActionWanted(action.on(undone));
    }

    void required(CoalitionId coalition, @Nullable ActionId wanted) {
        if (wanted != null) {
            action.required(coalition, wanted);
        }
    }

    void requireStanding() {
        action.requireStanding();
    }
}
