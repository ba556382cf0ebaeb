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

/** Whether a task was ever opened, for decisions that name one and do not care how it stands now. */
@EventSourcedEntity
public record TaskKnown(@Nullable CoalitionId coalition) {
    @EntityCreator
    public TaskKnown() {
        this(null);
    }

    /** What becomes of the task later must not disturb whoever only names it. */
    @EventCriteriaBuilder
    public static EventCriteria boundary(TaskId id, MessageTypeResolver types) {
        return EventCriteria.havingTags(Tag.of(Tags.TASK, id.value())).andBeingOneOfTypes(types, TaskOpened.class);
    }

    @EventSourcingHandler
    public TaskKnown on(TaskOpened opened) {
        return new TaskKnown(opened.coalition());
    }

    /** A task of another coalition does not exist in this one. Whoever names one does so in a field of that name. */
    public void required(CoalitionId in, TaskId id) {
        if (!in.equals(coalition)) {
            throw new NotFound("task", id, "task");
        }
    }
}
