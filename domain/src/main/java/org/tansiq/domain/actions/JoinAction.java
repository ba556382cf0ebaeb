package org.tansiq.domain.actions;

import java.time.Instant;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.tansiq.domain.members.MembershipId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;

/** A member stands behind an action as one of its organisers. */
@Command(namespace = "actions", name = "JoinAction")
public record JoinAction(
        CoalitionId coalition, @TargetEntityId ActionId action, OrganizationId by, Instant at) {
    public MembershipId membership() {
        return new MembershipId(coalition, by);
    }
}
