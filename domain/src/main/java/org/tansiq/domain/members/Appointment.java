package org.tansiq.domain.members;

import java.time.Instant;
import org.axonframework.eventsourcing.annotation.EventSourcedEntity;
import org.axonframework.eventsourcing.annotation.EventSourcingHandler;
import org.axonframework.eventsourcing.annotation.reflection.EntityCreator;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Tags;

/** Whether one person audits one coalition, and by whose will. */
@EventSourcedEntity(tagKey = Tags.AUDITOR)
record Appointment(State state) {
    sealed interface State {}

    record None() implements State {}

    record Proposed(OrganizationId by, Instant until) implements State {}

    record Appointed(OrganizationId proposedBy, OrganizationId by, Instant until) implements State {}

    @EntityCreator
    Appointment() {
        this(new None());
    }

    @EventSourcingHandler
    Appointment on(AuditorProposed proposed) {
        return new Appointment(new Proposed(proposed.by(), proposed.until()));
    }

    @EventSourcingHandler
    Appointment on(AuditorAppointed appointed) {
        return new Appointment(new Appointed(appointed.proposedBy(), appointed.by(), appointed.until()));
    }

    @EventSourcingHandler
    Appointment on(AuditorDismissed dismissed) {
        return new Appointment(new None());
    }

    /** Until it is over, and not at that moment. */
    boolean inForce(Instant at) {
        return state instanceof Appointed appointed && at.isBefore(appointed.until());
    }
}
