package org.tansiq.domain.tasks;

import java.time.Instant;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.tansiq.domain.members.MembershipId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Invalid;
import org.tansiq.domain.shared.OrganizationId;

/** The holder offers a task to another member. */
@Command(namespace = "tasks", name = "HandOverTask")
public record HandOverTask(
        CoalitionId coalition, @TargetEntityId TaskId task, OrganizationId to, OrganizationId by, Instant at) {
    public HandOverTask {
        if (to.equals(by)) {
            throw new Invalid("hand-over-to-self", "to");
        }
    }

    public MembershipId membership() {
        return new MembershipId(coalition, by);
    }

    public MembershipId recipient() {
        return new MembershipId(coalition, to);
    }
}
