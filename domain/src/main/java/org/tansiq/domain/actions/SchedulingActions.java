package org.tansiq.domain.actions;

import java.util.List;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.axonframework.modelling.annotation.InjectEntity;
import org.tansiq.domain.members.Membership;
import org.tansiq.domain.shared.Conflict;

/** A member schedules an action where the coalition has no other at that time, or knowing of those that it has. */
public final class SchedulingActions {
    @CommandHandler
    void handle(
            ScheduleAction command,
            @InjectEntity Action action,
            @InjectEntity(idProperty = "placeDays") Neighbours neighbours,
            @InjectEntity(idProperty = "membership") Membership membership,
            EventAppender events) {
        membership.required(command.membership());
        events.append(decide(command, action.state(), neighbours));
    }

    static List<ActionEvent> decide(ScheduleAction c, Action.State state, Neighbours neighbours) {
        return switch (state) {
            case Action.Known known when repeats(c, known.first()) -> List.of();
            case Action.Known known -> throw new Conflict("action-exists");
            case Action.Unknown unknown ->
                List.of(new ActionScheduled(
                        c.coalition(),
                        c.action(),
                        c.by(),
                        c.title(),
                        c.kind(),
                        c.slot(),
                        c.venue(),
                        c.hashtags(),
                        c.organizedBy(),
                        null,
                        neighbours.letIn(c.action(), c.slot(), c.acknowledged()),
                        c.visibility(),
                        c.venueVisibility(),
                        c.at()));
        };
    }

    private static boolean repeats(ScheduleAction c, ActionScheduled first) {
        return c.coalition().equals(first.coalition())
                && c.by().equals(first.by())
                && c.title().equals(first.title())
                && c.kind() == first.kind()
                && c.slot().sameAs(first.slot())
                && c.venue().equals(first.venue());
    }
}
