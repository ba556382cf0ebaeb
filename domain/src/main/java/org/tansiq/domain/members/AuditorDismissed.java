package org.tansiq.domain.members;

import java.time.Instant;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.PersonId;
import org.tansiq.domain.shared.Tags;

/** The person audits no more, or is not to be agreed to any more. */
@Event(namespace = "members", name = "AuditorDismissed", version = "1")
public record AuditorDismissed(
        @EventTag(key = Tags.COALITION) CoalitionId coalition, PersonId auditor, OrganizationId by, Instant at)
        implements MemberEvent {
    @EventTag(key = Tags.AUDITOR)
    AuditorId appointment() {
        return new AuditorId(coalition, auditor);
    }
}
