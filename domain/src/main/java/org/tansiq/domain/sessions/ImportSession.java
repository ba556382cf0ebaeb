package org.tansiq.domain.sessions;

import java.time.Instant;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.tansiq.domain.members.MembershipId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;

/**
 * A member takes over what a body's calendar says of a session.
 *
 * @param session always the same for the same entry of a calendar
 * @param cancelled whether it will not sit; then the rest does not matter
 * @param leadDays how long before it something must be prepared, where it is new; 0 to 730 days
 * @param sequence which state of the entry this is; a later one has a higher number or the same
 */
@Command(namespace = "sessions", name = "ImportSession")
public record ImportSession(
        CoalitionId coalition,
        @TargetEntityId SessionId session,
        OrganizationId by,
        Sitting sitting,
        boolean cancelled,
        int leadDays,
        int sequence,
        Instant at) {
    public ImportSession {
        sitting.check();
        AnnounceSession.checkLead(leadDays);
    }

    public MembershipId membership() {
        return new MembershipId(coalition, by);
    }
}
