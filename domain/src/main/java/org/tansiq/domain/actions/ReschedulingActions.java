package org.tansiq.domain.actions;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.axonframework.modelling.annotation.InjectEntity;
import org.tansiq.domain.members.Membership;
import org.tansiq.domain.shared.Conflict;

/**
 * An organiser moves an action under the same rule as if it were scheduled anew: it acknowledges whatever it overlaps
 * now, even what it acknowledged where it was, unless the two were said to be different. The answer of a city to a call
 * stays in its city.
 */
public final class ReschedulingActions {
    @CommandHandler
    void handle(
            RescheduleAction command,
            @InjectEntity Action action,
            @InjectEntity(idProperty = "placeDays") Neighbours neighbours,
            @InjectEntity Differences differences,
            @InjectEntity(idProperty = "membership") Membership membership,
            EventAppender events) {
        membership.required(command.membership());
        events.append(decide(
                command,
                action.in(command.coalition(), command.action(), command.by()),
                neighbours,
                differences.and(command.acknowledged())));
    }

    static List<ActionEvent> decide(
            RescheduleAction c, Action.Known state, Neighbours neighbours, Set<ActionId> acknowledged) {
        state.requireOrganizer(c.by());
        return switch (state) {
            case Action.Cancelled cancelled -> throw new Conflict("action-cancelled");
            case Action.Merged merged -> throw new Conflict("action-merged");
            case Action.Scheduled now -> decide(c, now, neighbours, acknowledged);
        };
    }

    private static List<ActionEvent> decide(
            RescheduleAction c, Action.Scheduled now, Neighbours neighbours, Set<ActionId> acknowledged) {
        var venue = c.venue() == null ? now.venue() : c.venue();
        if (c.slot().sameAs(now.slot()) && venue.equals(now.venue())) {
            return List.of();
        }
        var city = now.slot().place().city();
        if (now.first().synchronizedAction() != null && !c.slot().place().city().equals(city)) {
            throw new Conflict("synchronized-city", Map.of("city", city.value()));
        }
        return List.of(new ActionRescheduled(
                c.coalition(),
                c.action(),
                c.by(),
                now.first().title(),
                now.first().synchronizedAction(),
                now.slot(),
                c.slot(),
                venue,
                neighbours.letIn(c.action(), c.slot(), acknowledged),
                c.at()));
    }
}
