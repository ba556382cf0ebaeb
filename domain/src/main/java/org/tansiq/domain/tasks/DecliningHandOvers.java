package org.tansiq.domain.tasks;

import java.util.List;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.axonframework.modelling.annotation.InjectEntity;
import org.tansiq.domain.members.Membership;
import org.tansiq.domain.shared.NotAllowed;
import org.tansiq.domain.shared.OrganizationId;

/** An offer ends when whom it was made to says no, or when the holder takes it back; neither need be a member still. */
public final class DecliningHandOvers {
    @CommandHandler
    void handle(
            DeclineHandOver command,
            @InjectEntity Task task,
            @InjectEntity(idProperty = "membership") Membership membership,
            EventAppender events) {
        if (!takesPart(task.state(), command.by())) {
            membership.required(command.membership());
        }
        events.append(decide(command, task.in(command.coalition(), command.task(), command.by())));
    }

    static List<TaskEvent> decide(DeclineHandOver decline, Task.Known state) {
        return switch (state) {
            case Task.Held held when held.offeredTo() == null -> List.of();
            case Task.Held held
            when takesPart(held, decline.by()) ->
                List.of(new HandOverDeclined(decline.coalition(), decline.task(), decline.by(), decline.at()));
            case Task.Held held -> throw new NotAllowed("not-offered");
            case Task.Open open -> List.of();
            case Task.Done done -> List.of();
            case Task.Cancelled cancelled -> List.of();
        };
    }

    private static boolean takesPart(Task.State state, OrganizationId by) {
        return state instanceof Task.Held held && (by.equals(held.holder()) || by.equals(held.offeredTo()));
    }
}
