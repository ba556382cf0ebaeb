package org.tansiq.domain.actions;

import java.util.List;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.axonframework.modelling.annotation.InjectEntity;
import org.tansiq.domain.members.Membership;
import org.tansiq.domain.shared.Conflict;

/**
 * An action that is to take place always has an organiser: the last one cancels it, or stays. One that was merged into
 * another may be left by all.
 */
public final class LeavingActions {
    @CommandHandler
    void handle(
            LeaveAction command,
            @InjectEntity Action action,
            @InjectEntity(idProperty = "membership") Membership membership,
            EventAppender events) {
        var state = action.in(command.coalition(), command.action(), command.by());
        if (!state.organizers().contains(command.by())) {
            membership.required(command.membership());
        }
        events.append(decide(command, state));
    }

    static List<ActionEvent> decide(LeaveAction c, Action.Known state) {
        return switch (state) {
            case Action.Known known when !known.organizers().contains(c.by()) -> List.of();
            case Action.Cancelled cancelled -> List.of(); // nobody organises it any more
            case Action.Merged merged -> left(c); // nothing takes place that would be without an organiser
            case Action.Scheduled now when now.organizers().size() == 1 -> throw new Conflict("last-organizer");
            case Action.Scheduled now -> left(c);
        };
    }

    private static List<ActionEvent> left(LeaveAction c) {
        return List.of(new OrganizerLeft(c.coalition(), c.action(), c.by(), c.at()));
    }
}
