package org.tansiq.domain.tasks;

import java.util.function.UnaryOperator;
import org.axonframework.eventsourcing.annotation.EventSourcedEntity;
import org.axonframework.eventsourcing.annotation.EventSourcingHandler;
import org.axonframework.eventsourcing.annotation.reflection.EntityCreator;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.NotFound;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Tags;

/** What decisions about one task need to know of it. */
@EventSourcedEntity(tagKey = Tags.TASK)
record Task(State state) {
    sealed interface State {}

    record Unopened() implements State {}

    /** Once a task was opened it is always in one of these. */
    sealed interface Known extends State {
        Origin origin();
    }

    /** @param releasedBy who held it last, if anybody did */
    record Open(Origin origin, @Nullable OrganizationId releasedBy) implements Known {}

    /** @param offeredTo whom the holder would hand it over to, if anybody */
    record Held(
            Origin origin, OrganizationId holder, @Nullable OrganizationId offeredTo) implements Known {}

    record Done(Origin origin, OrganizationId by) implements Known {}

    record Cancelled(Origin origin) implements Known {}

    /** Whose task it is, and who opened it. */
    record Origin(CoalitionId coalition, OrganizationId openedBy) {}

    @EntityCreator
    Task() {
        this(new Unopened());
    }

    @EventSourcingHandler
    Task on(TaskOpened opened) {
        return new Task(new Open(new Origin(opened.coalition(), opened.by()), null));
    }

    @EventSourcingHandler
    Task on(TaskClaimed claimed) {
        return known(task -> new Held(task.origin(), claimed.by(), null));
    }

    @EventSourcingHandler
    Task on(TaskReleased released) {
        return known(task -> new Open(task.origin(), released.by()));
    }

    @EventSourcingHandler
    Task on(HandOverOffered offered) {
        return known(task -> new Held(task.origin(), offered.by(), offered.to()));
    }

    @EventSourcingHandler
    Task on(HandOverDeclined declined) {
        return known(task -> task instanceof Held held ? new Held(held.origin(), held.holder(), null) : task);
    }

    @EventSourcingHandler
    Task on(TaskHandedOver handedOver) {
        return known(task -> new Held(task.origin(), handedOver.to(), null));
    }

    @EventSourcingHandler
    Task on(TaskCompleted completed) {
        return known(task -> new Done(task.origin(), completed.by()));
    }

    @EventSourcingHandler
    Task on(TaskCancelled cancelled) {
        return known(task -> new Cancelled(task.origin()));
    }

    /** The task as {@code coalition} may know it: a task of another coalition does not exist there. */
    Known in(CoalitionId coalition, TaskId id) {
        if (state instanceof Known known && known.origin().coalition().equals(coalition)) {
            return known;
        }
        throw new NotFound("task", id);
    }

    private Task known(UnaryOperator<Known> change) {
        return state instanceof Known known ? new Task(change.apply(known)) : this;
    }
}
