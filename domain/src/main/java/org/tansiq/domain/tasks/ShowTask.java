package org.tansiq.domain.tasks;

import java.time.Instant;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.tansiq.domain.members.MembershipId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Visibility;

/** Whoever opened a task says who may see it. */
@Command(namespace = "tasks", name = "ShowTask")
public record ShowTask(
        CoalitionId coalition, @TargetEntityId TaskId task, OrganizationId by, Visibility visibility, Instant at) {
    public ShowTask {
        Visibility.check("visibility", visibility);
    }

    public MembershipId membership() {
        return new MembershipId(coalition, by);
    }
}
