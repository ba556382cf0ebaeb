package org.tansiq.domain.tasks;

import java.time.Instant;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.tansiq.domain.members.MembershipId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Limits;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Text;

/** Whoever opened a task, or a steward, says that it is needed no longer. */
@Command(namespace = "tasks", name = "CancelTask")
public record CancelTask(
        CoalitionId coalition, @TargetEntityId TaskId task, OrganizationId by, Text reason, Instant at) {
    public CancelTask {
        Limits.text("reason", reason);
    }

    public MembershipId membership() {
        return new MembershipId(coalition, by);
    }
}
