package org.tansiq.domain.members;

import java.time.Instant;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;

/** Whoever proposed that a member be removed takes it back. */
@Command(namespace = "members", name = "WithdrawRemoval")
public record WithdrawRemoval(CoalitionId coalition, OrganizationId organization, OrganizationId by, Instant at) {
    @TargetEntityId
    public MembershipId concerned() {
        return new MembershipId(coalition, organization);
    }
}
