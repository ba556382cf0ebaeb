package org.tansiq.domain.members;

import java.time.Instant;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Invalid;
import org.tansiq.domain.shared.Limits;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Text;

/** A steward proposes that a member should belong no more, and says why. Alone it does nothing: another has to second it. */
@Command(namespace = "members", name = "ProposeRemoval")
public record ProposeRemoval(
        CoalitionId coalition, OrganizationId organization, OrganizationId by, Text reason, Instant at) {
    public ProposeRemoval {
        Limits.text("reason", reason);
        if (organization.equals(by)) {
            throw new Invalid("removal-of-self", "organization");
        }
    }

    public MembershipId membership() {
        return new MembershipId(coalition, by);
    }

    @TargetEntityId
    public MembershipId concerned() {
        return new MembershipId(coalition, organization);
    }
}
