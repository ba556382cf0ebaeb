package org.tansiq.domain.actions;

import java.util.List;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.axonframework.modelling.annotation.InjectEntity;
import org.tansiq.domain.members.Membership;
import org.tansiq.domain.shared.Conflict;

/** Any member may join the organisers of an action that is to take place. */
public final class JoiningActions {
    @CommandHandler
    void handle(
            JoinAction command,
            @InjectEntity Action action,
            @InjectEntity(idProperty = "membership") Membership membership,
            EventAppender events) {
        membership.required(command.membership());
        events.append(decide(command, action.in(command.coalition(), command.action(), command.by())));
    }

    static List<ActionEvent> decide(JoinAction c, Action.Known state) {
        return switch (state) {
            case Action.Known known when known.organizers().contains(c.by()) -> List.of();
            case Action.Cancelled cancelled -> throw new Conflict("action-cancelled");
            case Action.Merged merged -> throw new Conflict("action-merged");
            case Action.Scheduled now -> List.of(new OrganizerJoined(c.coalition(), c.action(), c.by(), c.at()));
        };
    }
}
