package org.tansiq.domain.actions;

import java.time.Instant;
import java.util.Set;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.members.MembershipId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;

/**
 * An organiser moves an action to another time, city or venue.
 *
 * @param venue null: it stays where it was
 * @param acknowledged the overlaps in the new slot that whoever moves it knows of
 */
@Command(namespace = "actions", name = "RescheduleAction")
public record RescheduleAction(
        CoalitionId coalition,
        @TargetEntityId ActionId action,
        OrganizationId by,
        Slot slot,
        @Nullable Venue venue,
        Set<ActionId> acknowledged,
        Instant at) {
    public RescheduleAction {
        Slot.check(slot);
        if (venue != null) {
            Venue.check(venue);
        }
        acknowledged = ActionIds.checked("acknowledged", acknowledged);
    }

    public MembershipId membership() {
        return new MembershipId(coalition, by);
    }

    public PlaceDays placeDays() {
        return PlaceDays.around(coalition, slot);
    }
}
