package org.tansiq.domain.actions;

import java.time.Instant;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.tansiq.domain.members.MembershipId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;

/**
 * An organiser of either action puts an end to a proposal to make them one.
 *
 * @param action the one that would remain
 */
@Command(namespace = "actions", name = "DeclineMerge")
public record DeclineMerge(
        CoalitionId coalition, @TargetEntityId ActionId action, ActionId gone, OrganizationId by, Instant at) {
    public DeclineMerge {
        Merges.check(action, gone);
    }

    public MembershipId membership() {
        return new MembershipId(coalition, by);
    }
}
