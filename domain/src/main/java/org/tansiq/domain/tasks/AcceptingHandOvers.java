package org.tansiq.domain.tasks;

import java.util.List;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.axonframework.modelling.annotation.InjectEntity;
import org.tansiq.domain.members.Membership;
import org.tansiq.domain.shared.Conflict;

/** Only the member whom the holder offered a task takes it over. */
public final class AcceptingHandOvers {
    @CommandHandler
    void handle(
            AcceptHandOver command,
            @InjectEntity Task task,
            @InjectEntity(idProperty = "membership") Membership membership,
            EventAppender events) {
        membership.required(command.membership());
        events.append(decide(command, task.in(command.coalition(), command.task(), command.by())));
    }

    static List<TaskEvent> decide(AcceptHandOver accept, Task.Known state) {
        return switch (state) {
            case Task.Held held when held.holder().equals(accept.by()) -> List.of();
            case Task.Held held
            when accept.by().equals(held.offeredTo()) ->
                List.of(new TaskHandedOver(accept.coalition(), accept.task(), held.holder(), accept.by(), accept.at()));
            case Task.Held held -> throw new Conflict("no-hand-over");
            case Task.Open open -> throw new Conflict("no-hand-over");
            case Task.Done done -> throw new Conflict("task-done");
            case Task.Cancelled cancelled -> throw new Conflict("task-cancelled");
        };
    }
}
