package org.tansiq.domain.members;

import java.time.Instant;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;

/** A steward does not let in an organisation that asked. */
@Command(namespace = "members", name = "RefuseOrganization")
public record RefuseOrganization(
        CoalitionId coalition, JoinRequestId request, OrganizationId organization, OrganizationId by, Instant at) {
    public MembershipId membership() {
        return new MembershipId(coalition, by);
    }

    @TargetEntityId
    public MembershipId asking() {
        return new MembershipId(coalition, organization);
    }
}
