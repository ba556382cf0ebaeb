package org.tansiq.domain.actions;

import org.axonframework.eventsourcing.annotation.EventSourcedEntity;
import org.axonframework.eventsourcing.annotation.EventSourcingHandler;
import org.axonframework.eventsourcing.annotation.reflection.EntityCreator;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Tags;

/** Whether a city of a synchronised action is committed now, whose it is, and how they say that it went. */
@EventSourcedEntity(tagKey = Tags.SYNCHRONIZED_CITY)
record CityCommitment(State state, @Nullable CityReported report) {
    sealed interface State {}

    record Free() implements State {}

    record Committed(OrganizationId by, ActionId action) implements State {}

    @EntityCreator
    CityCommitment() {
        this(new Free(), null);
    }

    @EventSourcingHandler
    CityCommitment on(CityCommitted e) {
        return new CityCommitment(new Committed(e.by(), e.action()), null);
    }

    @EventSourcingHandler
    CityCommitment on(CityWithdrawn e) {
        return new CityCommitment(new Free(), null);
    }

    @EventSourcingHandler
    CityCommitment on(CityReported e) {
        return new CityCommitment(state, e);
    }
}
