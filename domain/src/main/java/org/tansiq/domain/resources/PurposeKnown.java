package org.tansiq.domain.resources;

import org.axonframework.eventsourcing.annotation.EventCriteriaBuilder;
import org.axonframework.eventsourcing.annotation.EventSourcedEntity;
import org.axonframework.eventsourcing.annotation.EventSourcingHandler;
import org.axonframework.eventsourcing.annotation.reflection.EntityCreator;
import org.axonframework.messaging.core.MessageTypeResolver;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.tansiq.domain.actions.ActionKnown;
import org.tansiq.domain.actions.ActionScheduled;
import org.tansiq.domain.actions.ActionsMerged;
import org.tansiq.domain.actions.MergeUndone;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.tasks.TaskKnown;
import org.tansiq.domain.tasks.TaskOpened;

/** Whether what a booking is for exists: a task or an action, whichever it names. */
@EventSourcedEntity
record PurposeKnown(TaskKnown task, ActionKnown action) {
    @EntityCreator
    PurposeKnown() {
        this(new TaskKnown(), new ActionKnown());
    }

    @EventCriteriaBuilder
    static EventCriteria boundary(Purpose purpose, MessageTypeResolver types) {
        return switch (purpose) {
            case ForTask(var id) -> TaskKnown.boundary(id, types);
            case ForAction(var id) -> ActionKnown.boundary(id, types);
        };
    }

    @EventSourcingHandler
    PurposeKnown on(TaskOpened opened) {
        return new PurposeKnown(task.on(opened), action);
    }

    @EventSourcingHandler
    PurposeKnown on(ActionScheduled scheduled) {
        return new PurposeKnown(task, action.on(scheduled));
    }

    @EventSourcingHandler
    PurposeKnown on(ActionsMerged merged) {
        return new PurposeKnown(task, action.on(merged));
    }

    @EventSourcingHandler
    PurposeKnown on(MergeUndone undone) {
        return new PurposeKnown(task, action.on(undone));
    }

    void required(CoalitionId coalition, Purpose purpose) {
        switch (purpose) {
            case ForTask(var id) -> task.required(coalition, id);
            case ForAction(var id) -> action.required(coalition, id);
        }
    }

    void requireStanding() {
        action.requireStanding();
    }
}
