package org.tansiq.domain.actions;

import java.time.Instant;
import java.util.Set;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Tags;

/**
 * Two actions became one. What belonged to the one that is gone stands with the one that remains, until that is undone; the
 * slot that it had is free.
 *
 * @param action the one that remains
 * @param by who agreed; {@code proposedBy} itself where it organises both
 * @param organizers of the one that is gone; they organise the one that remains from now on
 */
@Event(namespace = "actions", name = "ActionsMerged", version = "1")
public record ActionsMerged(
        @EventTag(key = Tags.COALITION) CoalitionId coalition,
        @EventTag(key = Tags.ACTION) ActionId action,
        @EventTag(key = Tags.ACTION) ActionId gone,
        @EventTag(key = Tags.ORGANIZATION) OrganizationId by,
        OrganizationId proposedBy,
        Slot slot,
        Set<OrganizationId> organizers,
        Instant at)
        implements ActionEvent {
    public ActionsMerged {
        organizers = Merges.sorted(organizers);
    }

    /** Of the one that is gone. */
    @EventTag(key = Tags.PLACE_DAY)
    Set<String> placeDays() {
        return slot.placeDays();
    }
}
