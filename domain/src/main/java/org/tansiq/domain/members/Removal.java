package org.tansiq.domain.members;

import org.axonframework.eventsourcing.annotation.EventSourcedEntity;
import org.axonframework.eventsourcing.annotation.EventSourcingHandler;
import org.axonframework.eventsourcing.annotation.reflection.EntityCreator;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.shared.NotFound;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Tags;

/** Whether it is proposed to remove one organisation from one coalition, and by whom. */
@EventSourcedEntity(tagKey = Tags.MEMBERSHIP)
record Removal(@Nullable OrganizationId proposedBy) {
    @EntityCreator
    Removal() {
        this(null);
    }

    @EventSourcingHandler
    Removal on(RemovalProposed proposed) {
        return new Removal(proposed.by());
    }

    @EventSourcingHandler
    Removal on(RemovalWithdrawn withdrawn) {
        return new Removal(null);
    }

    @EventSourcingHandler
    Removal on(OrganizationLeft left) {
        return new Removal(null);
    }

    void requireProposedBy(OrganizationId organization, MembershipId concerned) {
        if (!organization.equals(proposedBy)) {
            throw new NotFound("removal", concerned.organization());
        }
    }
}
