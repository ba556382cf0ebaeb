package org.tansiq.domain.tasks;

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

/**
 * Whether there is such a task, for decisions of other subjects that refer to one. It reads nothing but the opening, so
 * whatever is done to the task meanwhile disturbs none of them.
 */
@EventSourcedEntity
public record TaskKnown(@Nullable CoalitionId coalition) {
    @EntityCreator
    public TaskKnown() {
        this(null);
    }

    @EventCriteriaBuilder
    public static EventCriteria boundary(TaskId task, MessageTypeResolver types) {
        return EventCriteria.havingTags(Tag.of(Tags.TASK, task.value())).andBeingOneOfTypes(types, TaskOpened.class);
    }

    @EventSourcingHandler
    public TaskKnown on(TaskOpened opened) {
        return new TaskKnown(opened.coalition());
    }

    /** A task of another coalition does not exist in this one. */
    public void required(CoalitionId in, TaskId task) {
        if (!in.equals(coalition)) {
            throw new NotFound("task", task);
        }
    }
}
