package org.tansiq.domain.members;

import java.time.Instant;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;

/** A member leaves. It takes no membership, so that leaving twice is leaving once. */
@Command(namespace = "members", name = "LeaveCoalition")
public record LeaveCoalition(CoalitionId coalition, OrganizationId by, Instant at) {
    @TargetEntityId
    public MembershipId membership() {
        return new MembershipId(coalition, by);
    }
}
