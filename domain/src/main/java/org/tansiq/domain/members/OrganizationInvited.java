package org.tansiq.domain.members;

import java.time.Instant;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Tags;

/** An organisation may come in if it wants to; {@code by} is the steward who asked it to. */
@Event(namespace = "members", name = "OrganizationInvited", version = "1")
public record OrganizationInvited(
        @EventTag(key = Tags.COALITION) CoalitionId coalition,
        InvitationId invitation,
        @EventTag(key = Tags.ORGANIZATION) OrganizationId organization,
        OrganizationId by,
        Instant at)
        implements MemberEvent {
    @EventTag(key = Tags.MEMBERSHIP)
    MembershipId membership() {
        return new MembershipId(coalition, organization);
    }
}
