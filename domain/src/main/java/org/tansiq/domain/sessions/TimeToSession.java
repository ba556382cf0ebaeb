package org.tansiq.domain.sessions;

import java.time.Instant;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.tansiq.domain.actions.ActionId;
import org.tansiq.domain.members.MembershipId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;

/** An action is meant for a session. */
@Command(namespace = "sessions", name = "TimeToSession")
public record TimeToSession(
        CoalitionId coalition, @TargetEntityId SessionId session, OrganizationId by, ActionId action, Instant at) {
    public MembershipId membership() {
        return new MembershipId(coalition, by);
    }
}
