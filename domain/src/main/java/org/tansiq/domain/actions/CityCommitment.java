package org.tansiq.domain.actions;

import org.axonframework.eventsourcing.annotation.EventSourcedEntity;
import org.axonframework.eventsourcing.annotation.EventSourcingHandler;
import org.axonframework.eventsourcing.annotation.reflection.EntityCreator;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Tags;

/** Whether a city of a synchronised action is committed now, and whose it is. */
@EventSourcedEntity(tagKey = Tags.SYNCHRONIZED_CITY)
record CityCommitment(State state) {
    sealed interface State {}

    record Free() implements State {}

    record Committed(OrganizationId by, ActionId action) implements State {}

    @EntityCreator
    CityCommitment() {
        this(new Free());
    }

    @EventSourcingHandler
    CityCommitment on(CityCommitted e) {
        return new CityCommitment(new Committed(e.by(), e.action()));
    }

    @EventSourcingHandler
    CityCommitment on(CityWithdrawn e) {
        return new CityCommitment(new Free());
    }
}
