package org.tansiq.domain.actions;

import java.util.List;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.axonframework.modelling.annotation.InjectEntity;
import org.tansiq.domain.members.Membership;
import org.tansiq.domain.shared.Conflict;
import org.tansiq.domain.shared.Fact;

/**
 * Only an organiser cancels an action, member or no longer. Where it was a city's answer to a call, the city is given
 * back with it.
 */
public final class CancellingActions {
    @CommandHandler
    void handle(
            CancelAction command,
            @InjectEntity Action action,
            @InjectEntity(idProperty = "membership") Membership membership,
            EventAppender events) {
        var state = action.in(command.coalition(), command.action(), command.by());
        if (!state.organizers().contains(command.by())) {
            membership.required(command.membership());
        }
        events.append(decide(command, state));
    }

    static List<Fact> decide(CancelAction c, Action.Known state) {
        state.requireOrganizer(c.by());
        return switch (state) {
            case Action.Cancelled cancelled -> List.of();
            case Action.Merged merged -> throw new Conflict("action-merged");
            case Action.Scheduled now -> {
                var cancelled = new ActionCancelled(c.coalition(), c.action(), c.by(), now.slot(), c.message(), c.at());
                var call = now.first().synchronizedAction();
                yield call == null
                        ? List.of(cancelled)
                        : List.of(
                                new CityWithdrawn(
                                        c.coalition(), call, now.slot().place().city(), c.by(), c.action(), c.at()),
                                cancelled);
            }
        };
    }
}
