package org.tansiq.domain.actions;

import java.util.List;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.axonframework.modelling.annotation.InjectEntity;

/** The organisers of an action that somebody ran into without seeing it hear of that once, however often it is tried. */
public final class TellingOfApproaches {
    @CommandHandler
    void handle(TellOfApproach command, @InjectEntity Action action, EventAppender events) {
        events.append(decide(command, action));
    }

    static List<ActionEvent> decide(TellOfApproach c, Action action) {
        return switch (action.state()) {
            case Action.Scheduled now
            when now.first().coalition().equals(c.coalition())
                    && now.slot().overlaps(c.wanted())
                    && !action.approaches().contains(Action.Approach.of(c.by(), c.wanted())) ->
                List.of(new ActionApproached(c.coalition(), c.action(), c.by(), c.wanted(), c.at()));
            case Action.Scheduled now -> List.of();
            case Action.Merged merged -> List.of();
            case Action.Cancelled cancelled -> List.of();
            case Action.Unknown unknown -> List.of();
        };
    }
}
