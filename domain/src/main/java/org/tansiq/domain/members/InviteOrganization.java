package org.tansiq.domain.members;

import java.time.Instant;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;

/** A steward asks an organisation to come in. */
@Command(namespace = "members", name = "InviteOrganization")
public record InviteOrganization(
        CoalitionId coalition, InvitationId invitation, OrganizationId organization, OrganizationId by, Instant at) {
    public MembershipId membership() {
        return new MembershipId(coalition, by);
    }

    @TargetEntityId
    public MembershipId invited() {
        return new MembershipId(coalition, organization);
    }
}
