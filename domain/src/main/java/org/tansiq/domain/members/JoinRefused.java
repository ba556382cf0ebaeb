package org.tansiq.domain.members;

import java.time.Instant;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Tags;

/** A steward did not let in the organisation that had asked. */
@Event(namespace = "members", name = "JoinRefused", version = "1")
public record JoinRefused(
        @EventTag(key = Tags.COALITION) CoalitionId coalition,
        JoinRequestId request,
        @EventTag(key = Tags.ORGANIZATION) OrganizationId organization,
        OrganizationId by,
        Instant at)
        implements MemberEvent {
    @EventTag(key = Tags.MEMBERSHIP)
    MembershipId membership() {
        return new MembershipId(coalition, organization);
    }
}
