package org.tansiq.domain.resources;

import java.time.Instant;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.tansiq.domain.members.MembershipId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;

/** The owner stops lending, and takes back what is booked. */
@Command(namespace = "resources", name = "WithdrawResource")
public record WithdrawResource(
        CoalitionId coalition, @TargetEntityId ResourceId resource, OrganizationId by, Instant at) {
    public MembershipId membership() {
        return new MembershipId(coalition, by);
    }
}
