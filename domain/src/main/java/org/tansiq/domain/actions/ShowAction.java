package org.tansiq.domain.actions;

import java.time.Instant;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.tansiq.domain.members.MembershipId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Visibility;

/**
 * An organiser says who may see an action, and who its venue.
 *
 * @param venueVisibility who of those who see the action sees its venue and the coordinates
 */
@Command(namespace = "actions", name = "ShowAction")
public record ShowAction(
        CoalitionId coalition,
        @TargetEntityId ActionId action,
        OrganizationId by,
        Visibility visibility,
        Visibility venueVisibility,
        Instant at) {
    public ShowAction {
        Visibility.check("visibility", visibility);
        Visibility.check("venueVisibility", venueVisibility);
    }

    public MembershipId membership() {
        return new MembershipId(coalition, by);
    }
}
