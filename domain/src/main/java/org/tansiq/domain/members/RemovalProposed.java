package org.tansiq.domain.members;

import java.time.Instant;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Tags;
import org.tansiq.domain.shared.Text;

/** A steward would have a member belong no more. It belongs until another member agrees. */
@Event(namespace = "members", name = "RemovalProposed", version = "1")
public record RemovalProposed(
        @EventTag(key = Tags.COALITION) CoalitionId coalition,
        @EventTag(key = Tags.ORGANIZATION) OrganizationId organization,
        OrganizationId by,
        Text reason,
        Instant at)
        implements MemberEvent {
    @EventTag(key = Tags.MEMBERSHIP)
    MembershipId membership() {
        return new MembershipId(coalition, organization);
    }
}
