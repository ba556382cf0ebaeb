package org.tansiq.domain.actions;

import java.time.Instant;
import java.util.Set;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Tags;

/**
 * Two actions that had become one are two again; the one that was gone stands in its slot as before.
 *
 * @param left those who organised the other only because of the merge, and do no longer
 * @param acknowledged what the one that is back overlaps, as far as that is known to its organisers
 */
@Event(namespace = "actions", name = "MergeUndone", version = "1")
public record MergeUndone(
        @EventTag(key = Tags.COALITION) CoalitionId coalition,
        @EventTag(key = Tags.ACTION) ActionId action,
        @EventTag(key = Tags.ACTION) ActionId gone,
        @EventTag(key = Tags.ORGANIZATION) OrganizationId by,
        Slot slot,
        Set<OrganizationId> left,
        Set<ActionId> acknowledged,
        Instant at)
        implements ActionEvent {
    public MergeUndone {
        left = Merges.sorted(left);
        acknowledged = ActionIds.sorted(acknowledged);
    }

    /** Of the one that is back. */
    @EventTag(key = Tags.PLACE_DAY)
    Set<String> placeDays() {
        return slot.placeDays();
    }
}
