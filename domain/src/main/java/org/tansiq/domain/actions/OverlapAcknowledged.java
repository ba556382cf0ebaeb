package org.tansiq.domain.actions;

import java.time.Instant;
import java.util.Set;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Tags;

/** An organiser of an action goes ahead knowing of overlaps that came after it. */
@Event(namespace = "actions", name = "OverlapAcknowledged", version = "1")
public record OverlapAcknowledged(
        @EventTag(key = Tags.COALITION) CoalitionId coalition,
        @EventTag(key = Tags.ACTION) ActionId action,
        @EventTag(key = Tags.ORGANIZATION) OrganizationId by,
        Set<ActionId> acknowledged,
        Instant at)
        implements ActionEvent {
    public OverlapAcknowledged {
        acknowledged = ActionIds.sorted(acknowledged);
    }
}
