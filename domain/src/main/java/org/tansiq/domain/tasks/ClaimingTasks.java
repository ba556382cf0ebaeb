package org.tansiq.domain.tasks;

import java.util.List;
import java.util.Map;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.axonframework.modelling.annotation.InjectEntity;
import org.tansiq.domain.members.Membership;
import org.tansiq.domain.shared.Conflict;

/** A task has at most one holder. */
public final class ClaimingTasks {
    @CommandHandler
    void handle(
            ClaimTask command,
            @InjectEntity Task task,
            @InjectEntity(idProperty = "membership") Membership membership,
            EventAppender events) {
        membership.required(command.membership());
        events.append(decide(command, task.in(command.coalition(), command.task(), command.by())));
    }

    static List<TaskEvent> decide(ClaimTask claim, Task.Known state) {
        return switch (state) {
            case Task.Open open -> List.of(new TaskClaimed(claim.coalition(), claim.task(), claim.by(), claim.at()));
            case Task.Held held when held.holder().equals(claim.by()) -> List.of();
            case Task.Held held ->
                throw new Conflict("task-held", Map.of("holder", held.holder().value()));
            case Task.Done done -> throw new Conflict("task-done");
            case Task.Cancelled cancelled -> throw new Conflict("task-cancelled");
        };
    }
}
