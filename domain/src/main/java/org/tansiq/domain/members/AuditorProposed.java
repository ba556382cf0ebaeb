package org.tansiq.domain.members;

import java.time.Instant;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.PersonId;
import org.tansiq.domain.shared.Tags;

/** A steward would have a person audit the coalition. They read nothing until another member agrees. */
@Event(namespace = "members", name = "AuditorProposed", version = "1")
public record AuditorProposed(
        @EventTag(key = Tags.COALITION) CoalitionId coalition,
        PersonId auditor,
        Instant until,
        OrganizationId by,
        Instant at)
        implements MemberEvent {
    @EventTag(key = Tags.AUDITOR)
    AuditorId appointment() {
        return new AuditorId(coalition, auditor);
    }
}
