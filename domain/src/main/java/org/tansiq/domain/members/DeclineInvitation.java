package org.tansiq.domain.members;

import java.time.Instant;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;

/** An organisation that was invited does not come in. */
@Command(namespace = "members", name = "DeclineInvitation")
public record DeclineInvitation(CoalitionId coalition, InvitationId invitation, OrganizationId by, Instant at) {
    @TargetEntityId
    public MembershipId membership() {
        return new MembershipId(coalition, by);
    }
}
