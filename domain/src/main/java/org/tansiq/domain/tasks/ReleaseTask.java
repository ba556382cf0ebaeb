package org.tansiq.domain.tasks;

import java.time.Instant;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.tansiq.domain.members.MembershipId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;

/** The holder gives a task back. */
@Command(namespace = "tasks", name = "ReleaseTask")
public record ReleaseTask(
        CoalitionId coalition, @TargetEntityId TaskId task, OrganizationId by, Instant at) {
    public MembershipId membership() {
        return new MembershipId(coalition, by);
    }
}
