package org.tansiq.domain.actions;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Tags;
import org.tansiq.domain.shared.Text;
import org.tansiq.domain.shared.Visibility;

/**
 * An action stands in the calendar; it acknowledges the overlaps that it knew of and really has.
 *
 * @param organizedBy the name of an organiser who is no member, as a sheet gave it
 * @param synchronizedAction the call that it is one city's answer to
 * @param venueVisibility who of those who see the action sees its venue and the coordinates
 */
@Event(namespace = "actions", name = "ActionScheduled", version = "2")
public record ActionScheduled(
        @EventTag(key = Tags.COALITION) CoalitionId coalition,
        @EventTag(key = Tags.ACTION) ActionId action,
        @EventTag(key = Tags.ORGANIZATION) OrganizationId by,
        Text title,
        ActionKind kind,
        Slot slot,
        Venue venue,
        List<String> hashtags,
        @Nullable String organizedBy,
        @Nullable SynchronizedId synchronizedAction,
        Set<ActionId> acknowledged,
        Visibility visibility,
        Visibility venueVisibility,
        Instant at)
        implements ActionEvent {
    public ActionScheduled {
        hashtags = List.copyOf(hashtags);
        acknowledged = ActionIds.sorted(acknowledged);
    }

    /** For all of the coalition, as most are. */
    public ActionScheduled(
            CoalitionId coalition,
            ActionId action,
            OrganizationId by,
            Text title,
            ActionKind kind,
            Slot slot,
            Venue venue,
            List<String> hashtags,
            @Nullable String organizedBy,
            @Nullable SynchronizedId synchronizedAction,
            Set<ActionId> acknowledged,
            Instant at) {
        this(
                coalition,
                action,
                by,
                title,
                kind,
                slot,
                venue,
                hashtags,
                organizedBy,
                synchronizedAction,
                acknowledged,
                Visibility.COALITION,
                Visibility.COALITION,
                at);
    }

    @EventTag(key = Tags.PLACE_DAY)
    Set<String> placeDays() {
        return slot.placeDays();
    }
}
