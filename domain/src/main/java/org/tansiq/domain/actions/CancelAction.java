package org.tansiq.domain.actions;

import java.time.Instant;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.tansiq.domain.members.MembershipId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Limits;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Text;

/** An organiser calls an action off, and tells why. */
@Command(namespace = "actions", name = "CancelAction")
public record CancelAction(
        CoalitionId coalition, @TargetEntityId ActionId action, OrganizationId by, Text message, Instant at) {
    public CancelAction {
        Limits.text("message", message);
    }

    public MembershipId membership() {
        return new MembershipId(coalition, by);
    }
}
