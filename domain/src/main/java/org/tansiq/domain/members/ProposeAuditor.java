package org.tansiq.domain.members;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Invalid;
import org.tansiq.domain.shared.Limits;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.PersonId;

/**
 * A steward proposes that a person should audit the coalition. Alone it does nothing: another member has to second it.
 *
 * @param auditor as they named themselves; whether there is such a person is not looked up, so nobody learns who is here
 * @param until when the appointment is over, at most {@link #DAYS_MAX} days after {@code at}
 */
@Command(namespace = "members", name = "ProposeAuditor")
public record ProposeAuditor(CoalitionId coalition, PersonId auditor, Instant until, OrganizationId by, Instant at) {
    public static final int DAYS_MAX = 366;

    public ProposeAuditor {
        Limits.time("until", until);
        if (!until.isAfter(at)) {
            throw new Invalid("audit-over", "until");
        }
        if (until.isAfter(at.plus(Duration.ofDays(DAYS_MAX)))) {
            throw new Invalid("audit-too-long", "until", Map.of("max", DAYS_MAX));
        }
    }

    public MembershipId membership() {
        return new MembershipId(coalition, by);
    }

    @TargetEntityId
    public AuditorId appointment() {
        return new AuditorId(coalition, auditor);
    }
}
