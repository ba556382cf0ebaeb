package org.tansiq.domain.actions;

import java.time.Instant;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.tansiq.domain.members.MembershipId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;

/**
 * An organiser of one of two actions would make them one.
 *
 * @param action the one that would remain
 */
@Command(namespace = "actions", name = "ProposeMerge")
public record ProposeMerge(
        CoalitionId coalition, @TargetEntityId ActionId action, ActionId gone, OrganizationId by, Instant at) {
    public ProposeMerge {
        Merges.check(action, gone);
    }

    public MembershipId membership() {
        return new MembershipId(coalition, by);
    }
}
