package org.tansiq.domain.actions;

import java.util.LinkedHashSet;
import java.util.List;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.axonframework.modelling.annotation.InjectEntity;
import org.tansiq.domain.members.Membership;
import org.tansiq.domain.shared.Conflict;
import org.tansiq.domain.shared.NotFound;

/** The organisers of an action may say that they know of what overlaps it now; it must really overlap. */
public final class AcknowledgingOverlaps {
    @CommandHandler
    void handle(
            AcknowledgeOverlap command,
            @InjectEntity Action action,
            @InjectEntity(idProperty = "actions") Overlaps overlaps,
            @InjectEntity(idProperty = "membership") Membership membership,
            EventAppender events) {
        membership.required(command.membership());
        events.append(decide(command, action.in(command.coalition(), command.action(), command.by()), overlaps));
    }

    static List<ActionEvent> decide(AcknowledgeOverlap c, Action.Known state, Overlaps overlaps) {
        state.requireOrganizer(c.by());
        return switch (state) {
            case Action.Cancelled cancelled -> throw new Conflict("action-cancelled");
            case Action.Merged merged -> throw new Conflict("action-merged");
            case Action.Scheduled now -> {
                var fresh = new LinkedHashSet<ActionId>();
                for (var other : c.overlapping()) {
                    overlapping(c, now, other, overlaps);
                    if (!overlaps.acknowledged(c.action(), other)) {
                        fresh.add(other);
                    }
                }
                yield fresh.isEmpty()
                        ? List.of()
                        : List.of(new OverlapAcknowledged(c.coalition(), c.action(), c.by(), fresh, c.at()));
            }
        };
    }

    private static void overlapping(AcknowledgeOverlap c, Action.Scheduled now, ActionId id, Overlaps overlaps) {
        var other = overlaps.action(id).in(c.coalition(), id, c.by());
        if (id.equals(c.action())
                || !(other instanceof Action.Scheduled there && there.slot().overlaps(now.slot()))) {
            throw new NotFound("action", id);
        }
    }
}
