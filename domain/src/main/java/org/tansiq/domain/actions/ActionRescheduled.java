package org.tansiq.domain.actions;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Tags;
import org.tansiq.domain.shared.Text;

/**
 * An action moved, within its city or to another, or to another venue. What was acknowledged before no longer counts.
 *
 * @param title of the action, for those who see only the days that it came to
 * @param synchronizedAction the call that it is one city's answer to
 */
@Event(namespace = "actions", name = "ActionRescheduled", version = "1")
public record ActionRescheduled(
        @EventTag(key = Tags.COALITION) CoalitionId coalition,
        @EventTag(key = Tags.ACTION) ActionId action,
        @EventTag(key = Tags.ORGANIZATION) OrganizationId by,
        Text title,
        @Nullable SynchronizedId synchronizedAction,
        Slot was,
        Slot slot,
        Venue venue,
        Set<ActionId> acknowledged,
        Instant at)
        implements ActionEvent {
    public ActionRescheduled {
        acknowledged = ActionIds.sorted(acknowledged);
    }

    /** Those that it left and those that it came to: both boundaries change. */
    @EventTag(key = Tags.PLACE_DAY)
    Set<String> placeDays() {
        var days = new LinkedHashSet<>(was.placeDays());
        days.addAll(slot.placeDays());
        return days;
    }
}
