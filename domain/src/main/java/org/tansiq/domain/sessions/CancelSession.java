package org.tansiq.domain.sessions;

import java.time.Instant;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.tansiq.domain.members.MembershipId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Limits;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Text;

/** A session will not sit. */
@Command(namespace = "sessions", name = "CancelSession")
public record CancelSession(
        CoalitionId coalition, @TargetEntityId SessionId session, OrganizationId by, Text message, Instant at) {
    public CancelSession {
        Limits.text("message", message);
    }

    public MembershipId membership() {
        return new MembershipId(coalition, by);
    }
}
