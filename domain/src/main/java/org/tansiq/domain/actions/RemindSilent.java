package org.tansiq.domain.actions;

import java.time.Instant;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.tansiq.domain.members.MembershipId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;

/** All members that were asked and have not answered are asked again. */
@Command(namespace = "actions", name = "RemindSilent")
public record RemindSilent(CoalitionId coalition, SynchronizedId synchronizedAction, OrganizationId by, Instant at) {
    public MembershipId membership() {
        return new MembershipId(coalition, by);
    }
}
