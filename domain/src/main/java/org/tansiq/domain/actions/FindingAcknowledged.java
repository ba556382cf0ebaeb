package org.tansiq.domain.actions;

import java.time.Instant;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Tags;
import org.tansiq.domain.shared.Text;

/** An organiser of either action goes on with it knowing of the other, and says why. */
@Event(namespace = "actions", name = "FindingAcknowledged", version = "1")
public record FindingAcknowledged(
        @EventTag(key = Tags.COALITION) CoalitionId coalition,
        ActionId one,
        ActionId other,
        @EventTag(key = Tags.ORGANIZATION) OrganizationId by,
        Text reason,
        Instant at)
        implements FindingEvent {
    @EventTag(key = Tags.FINDING)
    String finding() {
        return id().toString();
    }
}
