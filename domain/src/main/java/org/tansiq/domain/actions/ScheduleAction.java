package org.tansiq.domain.actions;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.members.MembershipId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Limits;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Text;
import org.tansiq.domain.shared.Visibility;

/**
 * A member puts an action into the coalition's calendar.
 *
 * @param organizedBy the name of an organiser who is no member; at most 200 characters
 * @param acknowledged the overlaps that whoever schedules knows of; ids that do not overlap do not matter
 * @param venueVisibility who of those who see the action sees its venue and the coordinates
 */
@Command(namespace = "actions", name = "ScheduleAction")
public record ScheduleAction(
        CoalitionId coalition,
        @TargetEntityId ActionId action,
        OrganizationId by,
        Text title,
        ActionKind kind,
        Slot slot,
        Venue venue,
        List<String> hashtags,
        @Nullable String organizedBy,
        Set<ActionId> acknowledged,
        Visibility visibility,
        Visibility venueVisibility,
        Instant at) {
    public ScheduleAction {
        Limits.name("title", title);
        Slot.check(slot);
        Venue.check(venue);
        hashtags = Hashtags.checked(hashtags);
        if (organizedBy != null) {
            Limits.line("organizedBy", organizedBy);
        }
        acknowledged = ActionIds.checked("acknowledged", acknowledged);
        Visibility.check("visibility", visibility);
        Visibility.check("venueVisibility", venueVisibility);
    }

    /** For all of the coalition, as most are. */
    public ScheduleAction(
            CoalitionId coalition,
            ActionId action,
            OrganizationId by,
            Text title,
            ActionKind kind,
            Slot slot,
            Venue venue,
            List<String> hashtags,
            @Nullable String organizedBy,
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
                acknowledged,
                Visibility.COALITION,
                Visibility.COALITION,
                at);
    }

    public MembershipId membership() {
        return new MembershipId(coalition, by);
    }

    public PlaceDays placeDays() {
        return PlaceDays.around(coalition, slot);
    }
}
