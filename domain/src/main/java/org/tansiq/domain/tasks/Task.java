package org.tansiq.domain.tasks;

import org.axonframework.eventsourcing.annotation.EventSourcedEntity;
import org.axonframework.eventsourcing.annotation.EventSourcingHandler;
import org.axonframework.eventsourcing.annotation.reflection.EntityCreator;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.NotFound;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Tags;

/** What decisions about one task need to know of it. */
@EventSourcedEntity(tagKey = Tags.TASK)
record Task(State state) {
    sealed interface State {}

    record Unknown() implements State {}

    record Open(CoalitionId coalition) implements State {}

    record Held(CoalitionId coalition, OrganizationId holder) implements State {}

    @EntityCreator
    Task() {
        this(new Unknown());
    }

    @EventSourcingHandler
    Task on(TaskOpened opened) {
        return new Task(new Open(opened.coalition()));
    }

    @EventSourcingHandler
    Task on(TaskClaimed claimed) {
        return new Task(new Held(claimed.coalition(), claimed.by()));
    }

    /** The state as {@code coalition} may know it: a task of another coalition does not exist there. */
    State in(CoalitionId coalition, TaskId task) {
        var owner = switch (state) {
            case Unknown() -> throw new NotFound("task", task);
            case Open(var c) -> c;
            case Held(var c, var holder) -> c;
        };
        if (!owner.equals(coalition)) {
            throw new NotFound("task", task);
        }
        return state;
    }
}
