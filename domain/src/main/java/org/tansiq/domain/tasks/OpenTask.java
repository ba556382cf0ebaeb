package org.tansiq.domain.tasks;

import java.time.Instant;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.actions.ActionId;
import org.tansiq.domain.members.MembershipId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Limits;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Text;
import org.tansiq.domain.shared.Visibility;

/** A member says that something is to be done. */
@Command(namespace = "tasks", name = "OpenTask")
public record OpenTask(
        CoalitionId coalition,
        @TargetEntityId TaskId task,
        OrganizationId by,
        Text title,
        Text needed,
        @Nullable Instant due,
        @Nullable ActionId action,
        Visibility visibility,
        Instant at) {
    public OpenTask {
        Limits.name("title", title);
        Limits.text("needed", needed);
        if (due != null) {
            Limits.time("due", due);
        }
        Visibility.check("visibility", visibility);
    }

    /** For all of the coalition, as most are. */
    public OpenTask(
            CoalitionId coalition,
            TaskId task,
            OrganizationId by,
            Text title,
            Text needed,
            @Nullable Instant due,
            @Nullable ActionId action,
            Instant at) {
        this(coalition, task, by, title, needed, due, action, Visibility.COALITION, at);
    }

    public ActionWanted.Id wanted() {
        return new ActionWanted.Id(task, action);
    }

    public MembershipId membership() {
        return new MembershipId(coalition, by);
    }
}
