package org.tansiq.domain.members;

import java.time.Instant;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.PersonId;

/**
 * A second member agrees to an auditor, who is appointed by that.
 *
 * @param proposedBy whose proposal this is about, as the one who agrees has read it
 */
@Command(namespace = "members", name = "SecondAuditor")
public record SecondAuditor(
        CoalitionId coalition, PersonId auditor, OrganizationId proposedBy, OrganizationId by, Instant at) {
    public MembershipId membership() {
        return new MembershipId(coalition, by);
    }

    public MembershipId proposer() {
        return new MembershipId(coalition, proposedBy);
    }

    @TargetEntityId
    public AuditorId appointment() {
        return new AuditorId(coalition, auditor);
    }
}
