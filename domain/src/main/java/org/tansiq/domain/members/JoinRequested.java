package org.tansiq.domain.members;

import java.time.Instant;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Tags;
import org.tansiq.domain.shared.Text;

/** An organisation would like to come in, and says why in its message. */
@Event(namespace = "members", name = "JoinRequested", version = "1")
public record JoinRequested(
        @EventTag(key = Tags.COALITION) CoalitionId coalition,
        JoinRequestId request,
        @EventTag(key = Tags.ORGANIZATION) OrganizationId organization,
        Text message,
        Instant at)
        implements MemberEvent {
    @EventTag(key = Tags.MEMBERSHIP)
    MembershipId membership() {
        return new MembershipId(coalition, organization);
    }
}
