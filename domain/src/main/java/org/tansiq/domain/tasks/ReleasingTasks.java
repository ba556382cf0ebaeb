package org.tansiq.domain.tasks;

import java.util.List;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.axonframework.modelling.annotation.InjectEntity;
import org.tansiq.domain.members.Membership;
import org.tansiq.domain.shared.Conflict;
import org.tansiq.domain.shared.NotAllowed;
import org.tansiq.domain.shared.OrganizationId;

/** Whoever holds a task may give it back at any time, even after leaving the coalition. */
public final class ReleasingTasks {
    @CommandHandler
    void handle(
            ReleaseTask command,
            @InjectEntity Task task,
            @InjectEntity(idProperty = "membership") Membership membership,
            EventAppender events) {
        if (!wasLastWith(task.state(), command.by())) {
            membership.required(command.membership());
        }
        events.append(decide(command, task.in(command.coalition(), command.task(), command.by())));
    }

    static List<TaskEvent> decide(ReleaseTask release, Task.Known state) {
        return switch (state) {
            case Task.Open open -> List.of();
            case Task.Held held
            when held.holder().equals(release.by()) ->
                List.of(new TaskReleased(release.coalition(), release.task(), release.by(), release.at()));
            case Task.Held held -> throw new NotAllowed("not-holder");
            case Task.Done done -> throw new Conflict("task-done");
            case Task.Cancelled cancelled -> throw new Conflict("task-cancelled");
        };
    }

    /** Giving back twice is giving back once, so whoever gave it back last is answered like the holder. */
    private static boolean wasLastWith(Task.State state, OrganizationId by) {
        return switch (state) {
            case Task.Held held -> held.holder().equals(by);
            case Task.Open open -> by.equals(open.releasedBy());
            case Task.Unopened unopened -> false;
            case Task.Done done -> false;
            case Task.Cancelled cancelled -> false;
        };
    }
}
