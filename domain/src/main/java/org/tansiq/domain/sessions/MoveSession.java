package org.tansiq.domain.sessions;

import java.time.Instant;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.tansiq.domain.members.MembershipId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;

/** A session sits at another time or place, or is called something else now. */
@Command(namespace = "sessions", name = "MoveSession")
public record MoveSession(
        CoalitionId coalition, @TargetEntityId SessionId session, OrganizationId by, Sitting sitting, Instant at) {
    public MoveSession {
        sitting.check();
    }

    public MembershipId membership() {
        return new MembershipId(coalition, by);
    }
}
