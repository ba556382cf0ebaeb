package org.tansiq.domain.members;

import java.time.Instant;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Tags;
import org.tansiq.domain.shared.Text;

/** A coalition exists, with its founder as its first member and steward. */
@Event(namespace = "members", name = "CoalitionFounded", version = "1")
public record CoalitionFounded(
        @EventTag(key = Tags.COALITION) @EventTag(key = Tags.STEWARDS)
        CoalitionId coalition,

        @EventTag(key = Tags.ORGANIZATION) OrganizationId founder,
        Text name,
        Text purpose,
        Instant at)
        implements MemberEvent {
    @EventTag(key = Tags.MEMBERSHIP)
    MembershipId membership() {
        return new MembershipId(coalition, founder);
    }
}
