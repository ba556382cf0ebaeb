package org.tansiq.domain.members;

import org.axonframework.eventsourcing.annotation.EventSourcedEntity;
import org.axonframework.eventsourcing.annotation.EventSourcingHandler;
import org.axonframework.eventsourcing.annotation.reflection.EntityCreator;
import org.tansiq.domain.shared.NotFound;
import org.tansiq.domain.shared.Tags;

/**
 * Whether one organisation belongs to one coalition now. Decisions that only members may take read it beside their own
 * state, so that whoever leaves at the same moment either took part before leaving or did not at all.
 */
@EventSourcedEntity(tagKey = Tags.MEMBERSHIP)
public record Membership(boolean belongs) {
    @EntityCreator
    public Membership() {
        this(false);
    }

    @EventSourcingHandler
    Membership on(CoalitionFounded founded) {
        return new Membership(true);
    }

    @EventSourcingHandler
    Membership on(OrganizationJoined joined) {
        return new Membership(true);
    }

    @EventSourcingHandler
    Membership on(OrganizationLeft left) {
        return new Membership(false);
    }

    /** A coalition that one does not belong to is one that one cannot see. */
    public void required(MembershipId id) {
        if (!belongs) {
            throw new NotFound("coalition", id.coalition());
        }
    }
}
