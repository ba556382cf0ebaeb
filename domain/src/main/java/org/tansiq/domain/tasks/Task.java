package org.tansiq.domain.tasks;

import java.util.HashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.axonframework.eventsourcing.annotation.EventSourcedEntity;
import org.axonframework.eventsourcing.annotation.EventSourcingHandler;
import org.axonframework.eventsourcing.annotation.reflection.EntityCreator;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.NotFound;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Tags;
import org.tansiq.domain.shared.Visibility;

/** What decisions about one task need to know of it. */
@EventSourcedEntity(tagKey = Tags.TASK)
record Task(State state, Visibility visibility) {
    sealed interface State {}

    record Unopened() implements State {}

    /** Once a task was opened it is always in one of these. */
    sealed interface Known extends State {
        Origin origin();

        /** Whose it is: who opened it, and who has to do with it now. */
        default Set<OrganizationId> parties() {
            var parties = new HashSet<>(Set.of(origin().openedBy()));
            switch (this) {
                case Held held -> {
                    parties.add(held.holder());
                    if (held.offeredTo() != null) {
                        parties.add(held.offeredTo());
                    }
                }
                case Done done -> parties.add(done.by());
                case Open open -> {}
                case Cancelled cancelled -> {}
            }
            return parties;
        }
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
        this(new Unopened(), Visibility.COALITION);
    }

    @EventSourcingHandler
    Task on(TaskOpened opened) {
        return new Task(new Open(new Origin(opened.coalition(), opened.by()), null), opened.visibility());
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

    @EventSourcingHandler
    Task on(TaskShown shown) {
        return new Task(state, shown.visibility());
    }

    /** The task as a member of a coalition may know it: one of another coalition, and one it may not see, do not exist. */
    Known in(CoalitionId coalition, TaskId id, OrganizationId by) {
        if (state instanceof Known known
                && known.origin().coalition().equals(coalition)
                && visibility.seenBy(by, known.parties())) {
            return known;
        }
        throw new NotFound("task", id);
    }

    private Task known(UnaryOperator<Known> change) {
        return state instanceof Known known ? new Task(change.apply(known), visibility) : this;
    }
}
