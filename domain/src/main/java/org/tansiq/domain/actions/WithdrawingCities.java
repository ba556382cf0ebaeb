package org.tansiq.domain.actions;

import java.util.List;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.axonframework.modelling.StateManager;
import org.axonframework.modelling.annotation.InjectEntity;
import org.tansiq.domain.members.Membership;
import org.tansiq.domain.shared.Fact;
import org.tansiq.domain.shared.NotAllowed;

/** Whoever committed a city gives it back, member or no longer, and cancels what was to take place there. */
public final class WithdrawingCities {
    @CommandHandler
    void handle(
            WithdrawCity command,
            @InjectEntity(idProperty = "synchronizedAction") SynchronizedCall call,
            @InjectEntity(idProperty = "synchronizedCity") CityCommitment city,
            @InjectEntity(idProperty = "membership") Membership membership,
            StateManager states,
            ProcessingContext context,
            EventAppender events) {
        call.in(command.coalition(), command.synchronizedAction());
        switch (city.state()) {
            case CityCommitment.Committed held
            when held.by().equals(command.by()) -> {
                // Which action answers for the city is known only here; it may have moved since.
                var action =
                        states.loadEntity(Action.class, held.action(), context).join();
                events.append(decide(command, held, action.state()));
            }
            case CityCommitment.Committed held -> {
                membership.required(command.membership());
                throw new NotAllowed("not-yours");
            }
            case CityCommitment.Free free -> membership.required(command.membership());
        }
    }

    static List<Fact> decide(WithdrawCity c, CityCommitment.Committed held, Action.State action) {
        var withdrawn =
                new CityWithdrawn(c.coalition(), c.synchronizedAction(), c.city(), c.by(), held.action(), c.at());
        return switch (action) {
            case Action.Scheduled now ->
                List.of(
                        withdrawn,
                        new ActionCancelled(c.coalition(), held.action(), c.by(), now.slot(), c.message(), c.at()));
            case Action.Cancelled cancelled -> List.of(withdrawn);
            case Action.Merged merged -> List.of(withdrawn);
            case Action.Unknown unknown -> List.of(withdrawn);
        };
    }
}
