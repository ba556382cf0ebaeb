package org.tansiq.domain.tasks;

import java.util.List;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.axonframework.modelling.annotation.InjectEntity;
import org.tansiq.domain.members.Membership;
import org.tansiq.domain.shared.Conflict;

/** A member opens a task, not for an action that is merged into another; its identifier is taken from then on. */
public final class OpeningTasks {
    @CommandHandler
    void handle(
            OpenTask command,
            @InjectEntity Task task,
            @InjectEntity(idProperty = "wanted") ActionWanted wanted,
            @InjectEntity(idProperty = "membership") Membership membership,
            EventAppender events) {
        membership.required(command.membership());
        wanted.required(command.coalition(), command.action());
        var opened = decide(command, task.state());
        if (!opened.isEmpty()) {
            wanted.requireStanding();
        }
        events.append(opened);
    }

    static List<TaskEvent> decide(OpenTask open, Task.State state) {
        return switch (state) {
            case Task.Unopened unopened ->
                List.of(new TaskOpened(
                        open.coalition(),
                        open.task(),
                        open.by(),
                        open.title(),
                        open.needed(),
                        open.due(),
                        open.action(),
                        open.visibility(),
                        open.at()));
            case Task.Known known when known.origin().equals(new Task.Origin(open.coalition(), open.by())) -> List.of();
            case Task.Known known -> throw new Conflict("task-exists");
        };
    }
}
