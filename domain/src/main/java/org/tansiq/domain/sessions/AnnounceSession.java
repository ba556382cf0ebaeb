package org.tansiq.domain.sessions;

import java.time.Instant;
import java.util.Map;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.tansiq.domain.members.MembershipId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Invalid;
import org.tansiq.domain.shared.OrganizationId;

/**
 * A member enters a session of an international body.
 *
 * @param leadDays how long before it something must be prepared, 0 to 730 days
 */
@Command(namespace = "sessions", name = "AnnounceSession")
public record AnnounceSession(
        CoalitionId coalition,
        @TargetEntityId SessionId session,
        OrganizationId by,
        Sitting sitting,
        int leadDays,
        Instant at) {
    private static final int LEAD_DAYS_MAX = 730;

    public AnnounceSession {
        sitting.check();
        checkLead(leadDays);
    }

    static void checkLead(int days) {
        if (days < 0 || days > LEAD_DAYS_MAX) {
            throw new Invalid("out-of-range", "leadDays", Map.of("min", 0, "max", LEAD_DAYS_MAX));
        }
    }

    public MembershipId membership() {
        return new MembershipId(coalition, by);
    }
}
