package org.tansiq.domain.members;

import java.time.Instant;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;

/** A steward becomes a plain member. */
@Command(namespace = "members", name = "StepDown")
public record StepDown(CoalitionId coalition, OrganizationId by, Instant at) {
    @TargetEntityId
    public MembershipId membership() {
        return new MembershipId(coalition, by);
    }
}
