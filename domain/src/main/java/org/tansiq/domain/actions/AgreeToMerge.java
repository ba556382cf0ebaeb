package org.tansiq.domain.actions;

import java.time.Instant;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.tansiq.domain.members.MembershipId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;

/**
 * An organiser of the other action agrees that the two become one.
 *
 * @param action the one that remains
 */
@Command(namespace = "actions", name = "AgreeToMerge")
public record AgreeToMerge(
        CoalitionId coalition, @TargetEntityId ActionId action, ActionId gone, OrganizationId by, Instant at) {
    public AgreeToMerge {
        Merges.check(action, gone);
    }

    public MembershipId membership() {
        return new MembershipId(coalition, by);
    }
}
