package org.tansiq.domain.actions;

import java.util.List;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.axonframework.modelling.annotation.InjectEntity;
import org.tansiq.domain.members.Membership;
import org.tansiq.domain.shared.Conflict;

/**
 * Who may see an action, and who its venue, is for its organisers to say; they lift its embargo even after leaving. A
 * city's answer to a call is for all of the coalition, as the call is; its venue need not be.
 */
public final class ShowingActions {
    @CommandHandler
    void handle(
            ShowAction command,
            @InjectEntity Action action,
            @InjectEntity(idProperty = "membership") Membership membership,
            EventAppender events) {
        membership.required(command.membership());
        events.append(decide(command, action.in(command.coalition(), command.action(), command.by()), action));
    }

    @CommandHandler
    void handle(LiftActionEmbargo command, @InjectEntity Action action, EventAppender events) {
        events.append(decide(command, action.in(command.coalition(), command.action(), command.by()), action));
    }

    static List<ActionEvent> decide(ShowAction c, Action.Known known, Action now) {
        known.requireOrganizer(c.by());
        if (known.first().synchronizedAction() != null && !c.visibility().isForAll()) {
            throw new Conflict("synchronized-open");
        }
        return now.visibility().equals(c.visibility()) && now.venueVisibility().equals(c.venueVisibility())
                ? List.of()
                : List.of(new ActionShown(
                        c.coalition(), c.action(), c.by(), c.visibility(), c.venueVisibility(), c.at()));
    }

    static List<ActionEvent> decide(LiftActionEmbargo c, Action.Known known, Action now) {
        known.requireOrganizer(c.by());
        var visibility = now.visibility().lifted(c.dueBy());
        var venue = now.venueVisibility().lifted(c.dueBy());
        return visibility.equals(now.visibility()) && venue.equals(now.venueVisibility())
                ? List.of()
                : List.of(new ActionShown(c.coalition(), c.action(), c.by(), visibility, venue, c.at()));
    }
}
