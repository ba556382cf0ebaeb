package org.tansiq.domain.members;

import java.time.Instant;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.PersonId;

/** One of those who appointed an auditor, or a steward, ends it; what is only proposed is withdrawn. */
@Command(namespace = "members", name = "DismissAuditor")
public record DismissAuditor(CoalitionId coalition, PersonId auditor, OrganizationId by, Instant at) {
    public MembershipId membership() {
        return new MembershipId(coalition, by);
    }

    @TargetEntityId
    public AuditorId appointment() {
        return new AuditorId(coalition, auditor);
    }
}
