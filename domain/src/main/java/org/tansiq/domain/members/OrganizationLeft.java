package org.tansiq.domain.members;

import java.time.Instant;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Tags;

/** A member is one no longer; what it held is given back by an automation that reads this. */
@Event(namespace = "members", name = "OrganizationLeft", version = "1")
public record OrganizationLeft(
        @EventTag(key = Tags.COALITION) @EventTag(key = Tags.STEWARDS)
        CoalitionId coalition,

        @EventTag(key = Tags.ORGANIZATION) OrganizationId organization,
        Instant at)
        implements MemberEvent {
    @EventTag(key = Tags.MEMBERSHIP)
    MembershipId membership() {
        return new MembershipId(coalition, organization);
    }
}
