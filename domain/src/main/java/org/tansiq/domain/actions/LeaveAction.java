package org.tansiq.domain.actions;

import java.time.Instant;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.tansiq.domain.members.MembershipId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;

/** An organiser stands behind an action no longer. */
@Command(namespace = "actions", name = "LeaveAction")
public record LeaveAction(
        CoalitionId coalition, @TargetEntityId ActionId action, OrganizationId by, Instant at) {
    public MembershipId membership() {
        return new MembershipId(coalition, by);
    }
}
