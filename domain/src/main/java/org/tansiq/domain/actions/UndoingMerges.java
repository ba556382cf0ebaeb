package org.tansiq.domain.actions;

import java.util.List;
import java.util.function.Function;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.axonframework.modelling.StateManager;
import org.axonframework.modelling.annotation.InjectEntity;
import org.tansiq.domain.members.Membership;
import org.tansiq.domain.shared.Conflict;

/**
 * An organiser of either side undoes a merge, whenever it was. The action that was gone comes back under the rule that no two
 * share a city and a time: what stood beside it before still may, what came meanwhile is to be acknowledged. Neither of the
 * two is left without an organiser, and of merges into merges the last is undone first.
 */
public final class UndoingMerges {
    @CommandHandler
    void handle(
            UndoMerge command,
            @InjectEntity(idProperty = "action") Action action,
            @InjectEntity(idProperty = "gone") Action gone,
            @InjectEntity(idProperty = "membership") Membership membership,
            StateManager states,
            ProcessingContext context,
            EventAppender events) {
        membership.required(command.membership());
        // Only the action that is gone knows where it would stand again.
        events.append(decide(
                command,
                action,
                gone,
                slot -> states.loadEntity(Neighbours.class, PlaceDays.around(command.coalition(), slot), context)
                        .join()));
    }

    static List<ActionEvent> decide(UndoMerge c, Action action, Action gone, Function<Slot, Neighbours> neighbours) {
        var remained = action.in(c.coalition(), c.action(), c.by());
        var went = gone.in(c.coalition(), c.gone(), c.by());
        MergingActions.requireEither(
                remained.organizers().contains(c.by()), went.organizers().contains(c.by()));
        if (!(went instanceof Action.Merged merged && merged.into().equals(c.action()))) {
            return List.of();
        }
        var left = action.merges().onlyBroughtBy(c.gone());
        switch (remained) {
            case Action.Merged further -> throw new Conflict("action-merged");
            case Action.Scheduled now when left.containsAll(now.organizers()) -> throw new Conflict("last-organizer");
            case Action.Scheduled now -> {}
            case Action.Cancelled cancelled -> {}
        }
        if (went.organizers().isEmpty()) {
            throw new Conflict("last-organizer");
        }
        var slot = merged.was().slot();
        var acknowledged = neighbours.apply(slot).letBack(c.gone(), c.action(), slot, c.acknowledged());
        return List.of(new MergeUndone(c.coalition(), c.action(), c.gone(), c.by(), slot, left, acknowledged, c.at()));
    }
}
