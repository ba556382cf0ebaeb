package org.tansiq.domain.members;

import java.time.Instant;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Tags;

/** The organisation watches no more: a steward ended it, or it did itself. */
@Event(namespace = "members", name = "ObserverDismissed", version = "1")
public record ObserverDismissed(
        @EventTag(key = Tags.COALITION) CoalitionId coalition,
        @EventTag(key = Tags.ORGANIZATION) OrganizationId organization,
        OrganizationId by,
        Instant at)
        implements MemberEvent {
    @EventTag(key = Tags.MEMBERSHIP)
    MembershipId membership() {
        return new MembershipId(coalition, organization);
    }
}
