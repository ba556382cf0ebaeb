package org.tansiq.domain.members;

import org.axonframework.eventsourcing.annotation.EventSourcedEntity;
import org.axonframework.eventsourcing.annotation.EventSourcingHandler;
import org.axonframework.eventsourcing.annotation.reflection.EntityCreator;
import org.tansiq.domain.shared.Tags;

/** Whether one organisation watches one coalition without belonging to it. Whoever joins watches no more. */
@EventSourcedEntity(tagKey = Tags.MEMBERSHIP)
record Observing(boolean observes) {
    @EntityCreator
    Observing() {
        this(false);
    }

    @EventSourcingHandler
    Observing on(ObserverAdmitted admitted) {
        return new Observing(true);
    }

    @EventSourcingHandler
    Observing on(ObserverDismissed dismissed) {
        return new Observing(false);
    }

    @EventSourcingHandler
    Observing on(OrganizationJoined joined) {
        return new Observing(false);
    }
}
