package org.tansiq.domain.actions;

import java.time.Instant;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Tags;

/** An organiser of either action has seen that they were found. */
@Event(namespace = "actions", name = "FindingSeen", version = "1")
public record FindingSeen(
        @EventTag(key = Tags.COALITION) CoalitionId coalition,
        ActionId one,
        ActionId other,
        @EventTag(key = Tags.ORGANIZATION) OrganizationId by,
        Instant at)
        implements FindingEvent {
    @EventTag(key = Tags.FINDING)
    String finding() {
        return id().toString();
    }
}
