package org.tansiq.domain.actions;

import java.time.Instant;
import java.util.Set;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Tags;
import org.tansiq.domain.shared.Text;

/** An action will not take place; the slot it had is free. */
@Event(namespace = "actions", name = "ActionCancelled", version = "1")
public record ActionCancelled(
        @EventTag(key = Tags.COALITION) CoalitionId coalition,
        @EventTag(key = Tags.ACTION) ActionId action,
        @EventTag(key = Tags.ORGANIZATION) OrganizationId by,
        Slot slot,
        Text message,
        Instant at)
        implements ActionEvent {
    @EventTag(key = Tags.PLACE_DAY)
    Set<String> placeDays() {
        return slot.placeDays();
    }
}
