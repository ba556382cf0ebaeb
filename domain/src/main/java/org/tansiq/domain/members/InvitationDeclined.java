package org.tansiq.domain.members;

import java.time.Instant;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Tags;

/** The organisation that was invited does not come. */
@Event(namespace = "members", name = "InvitationDeclined", version = "1")
public record InvitationDeclined(
        @EventTag(key = Tags.COALITION) CoalitionId coalition,
        InvitationId invitation,
        @EventTag(key = Tags.ORGANIZATION) OrganizationId organization,
        Instant at)
        implements MemberEvent {
    @EventTag(key = Tags.MEMBERSHIP)
    MembershipId membership() {
        return new MembershipId(coalition, organization);
    }
}
