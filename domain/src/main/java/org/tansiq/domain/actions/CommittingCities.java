package org.tansiq.domain.actions;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.axonframework.modelling.StateManager;
import org.axonframework.modelling.annotation.InjectEntity;
import org.tansiq.domain.members.Membership;
import org.tansiq.domain.shared.Conflict;
import org.tansiq.domain.shared.Fact;
import org.tansiq.domain.shared.Visibility;

/** A city of a synchronised action is committed by one member at a time, under the same collision rule as any action. */
public final class CommittingCities {
    @CommandHandler
    void handle(
            CommitCity command,
            @InjectEntity(idProperty = "synchronizedAction") SynchronizedCall call,
            @InjectEntity(idProperty = "synchronizedCity") CityCommitment city,
            @InjectEntity(idProperty = "action") Action action,
            @InjectEntity(idProperty = "membership") Membership membership,
            StateManager states,
            ProcessingContext context,
            EventAppender events) {
        membership.required(command.membership());
        var called = call.in(command.coalition(), command.synchronizedAction());
        // Only the call knows when it would be, so its neighbours cannot be named before the call is read.
        var slot = slot(command, called);
        var neighbours = states.loadEntity(Neighbours.class, PlaceDays.around(command.coalition(), slot), context)
                .join();
        events.append(decide(command, called, slot, city.state(), action.state(), neighbours));
    }

    static Slot slot(CommitCity c, SynchronizedCalled call) {
        var from = call.moment().in(c.place().zone());
        return new Slot(c.place(), from, from.plus(call.lasting()));
    }

    static List<Fact> decide(
            CommitCity c,
            SynchronizedCalled call,
            Slot slot,
            CityCommitment.State city,
            Action.State action,
            Neighbours neighbours) {
        return switch (city) {
            case CityCommitment.Committed held when held.by().equals(c.by()) -> List.of();
            case CityCommitment.Committed held ->
                throw new Conflict("city-committed", Map.of("by", held.by().value()));
            case CityCommitment.Free free -> {
                SynchronizedCall.requireOpen(call, c.at());
                if (!(action instanceof Action.Unknown)) {
                    throw new Conflict("action-exists");
                }
                yield commit(c, call, slot, neighbours.letIn(c.action(), slot, c.acknowledged()));
            }
        };
    }

    private static List<Fact> commit(CommitCity c, SynchronizedCalled call, Slot slot, Set<ActionId> acknowledged) {
        return List.of(
                new CityCommitted(c.coalition(), c.synchronizedAction(), c.place(), c.by(), c.action(), c.at()),
                new ActionScheduled(
                        c.coalition(),
                        c.action(),
                        c.by(),
                        call.title(),
                        call.kind(),
                        slot,
                        c.venue(),
                        call.hashtags(),
                        null,
                        c.synchronizedAction(),
                        acknowledged,
                        Visibility.COALITION,
                        c.venueVisibility(),
                        c.at()));
    }
}
