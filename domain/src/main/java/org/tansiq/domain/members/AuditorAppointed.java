package org.tansiq.domain.members;

import java.time.Instant;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.PersonId;
import org.tansiq.domain.shared.Tags;

/** Two organisations have agreed: the person reads all of the coalition, until then. */
@Event(namespace = "members", name = "AuditorAppointed", version = "1")
public record AuditorAppointed(
        @EventTag(key = Tags.COALITION) CoalitionId coalition,
        PersonId auditor,
        Instant until,
        OrganizationId proposedBy,
        OrganizationId by,
        Instant at)
        implements MemberEvent {
    @EventTag(key = Tags.AUDITOR)
    AuditorId appointment() {
        return new AuditorId(coalition, auditor);
    }
}
