package org.tansiq.domain.tasks;

import java.util.List;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.axonframework.modelling.annotation.InjectEntity;
import org.tansiq.domain.members.Membership;
import org.tansiq.domain.shared.Conflict;
import org.tansiq.domain.shared.NotAllowed;
import org.tansiq.domain.shared.NotFound;

/** Only the holder offers a task, and only to another member; a later offer takes the place of an earlier one. */
public final class HandingOverTasks {
    @CommandHandler
    void handle(
            HandOverTask command,
            @InjectEntity Task task,
            @InjectEntity(idProperty = "membership") Membership membership,
            @InjectEntity(idProperty = "recipient") Membership recipient,
            EventAppender events) {
        membership.required(command.membership());
        events.append(decide(command, task.in(command.coalition(), command.task(), command.by()), recipient.belongs()));
    }

    static List<TaskEvent> decide(HandOverTask offer, Task.Known state, boolean toMember) {
        return switch (state) {
            case Task.Held held when !held.holder().equals(offer.by()) -> throw new NotAllowed("not-holder");
            case Task.Held held when offer.to().equals(held.offeredTo()) -> List.of();
            case Task.Held held -> {
                if (!toMember) {
                    throw new NotFound("organization", offer.to(), "to");
                }
                yield List.of(new HandOverOffered(offer.coalition(), offer.task(), offer.by(), offer.to(), offer.at()));
            }
            case Task.Open open -> throw new NotAllowed("not-holder");
            case Task.Done done -> throw new Conflict("task-done");
            case Task.Cancelled cancelled -> throw new Conflict("task-cancelled");
        };
    }
}
