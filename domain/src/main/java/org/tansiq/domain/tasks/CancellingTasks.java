package org.tansiq.domain.tasks;

import java.util.List;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.axonframework.modelling.annotation.InjectEntity;
import org.tansiq.domain.members.Membership;
import org.tansiq.domain.shared.Conflict;
import org.tansiq.domain.shared.NotAllowed;

/** Whoever opened a task cancels it, or a steward; what is done stays done. */
public final class CancellingTasks {
    @CommandHandler
    void handle(
            CancelTask command,
            @InjectEntity Task task,
            @InjectEntity(idProperty = "membership") Membership membership,
            EventAppender events) {
        membership.required(command.membership());
        events.append(
                decide(command, task.in(command.coalition(), command.task(), command.by()), membership.isSteward()));
    }

    static List<TaskEvent> decide(CancelTask cancel, Task.Known state, boolean steward) {
        if (!steward && !state.origin().openedBy().equals(cancel.by())) {
            throw new NotAllowed("not-opener");
        }
        return switch (state) {
            case Task.Open open -> List.of(cancelled(cancel));
            case Task.Held held -> List.of(cancelled(cancel));
            case Task.Cancelled cancelled -> List.of();
            case Task.Done done -> throw new Conflict("task-done");
        };
    }

    private static TaskCancelled cancelled(CancelTask cancel) {
        return new TaskCancelled(cancel.coalition(), cancel.task(), cancel.by(), cancel.reason(), cancel.at());
    }
}
