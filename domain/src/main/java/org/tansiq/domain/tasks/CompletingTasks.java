package org.tansiq.domain.tasks;

import java.util.List;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.axonframework.modelling.annotation.InjectEntity;
import org.tansiq.domain.members.Membership;
import org.tansiq.domain.shared.Conflict;
import org.tansiq.domain.shared.NotAllowed;

/** Only the holder says that a task is done. */
public final class CompletingTasks {
    @CommandHandler
    void handle(
            CompleteTask command,
            @InjectEntity Task task,
            @InjectEntity(idProperty = "membership") Membership membership,
            EventAppender events) {
        membership.required(command.membership());
        events.append(decide(command, task.in(command.coalition(), command.task(), command.by())));
    }

    static List<TaskEvent> decide(CompleteTask complete, Task.Known state) {
        return switch (state) {
            case Task.Held held
            when held.holder().equals(complete.by()) ->
                List.of(new TaskCompleted(complete.coalition(), complete.task(), complete.by(), complete.at()));
            case Task.Held held -> throw new NotAllowed("not-holder");
            case Task.Open open -> throw new NotAllowed("not-holder");
            case Task.Done done when done.by().equals(complete.by()) -> List.of();
            case Task.Done done -> throw new Conflict("task-done");
            case Task.Cancelled cancelled -> throw new Conflict("task-cancelled");
        };
    }
}
