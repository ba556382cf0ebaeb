package org.tansiq.domain.members;

import java.time.Instant;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;

/** A steward makes a member a steward too. */
@Command(namespace = "members", name = "AppointSteward")
public record AppointSteward(CoalitionId coalition, OrganizationId organization, OrganizationId by, Instant at) {
    public MembershipId membership() {
        return new MembershipId(coalition, by);
    }

    @TargetEntityId
    public MembershipId appointed() {
        return new MembershipId(coalition, organization);
    }
}
