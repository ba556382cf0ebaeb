package org.tansiq.domain.actions;

import java.util.List;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.axonframework.modelling.annotation.InjectEntity;
import org.tansiq.domain.members.Membership;
import org.tansiq.domain.shared.Conflict;

/** Any member may call the others to a synchronised action. */
public final class CallingSynchronized {
    @CommandHandler
    void handle(
            CallSynchronized command,
            @InjectEntity SynchronizedCall call,
            @InjectEntity(idProperty = "membership") Membership membership,
            EventAppender events) {
        membership.required(command.membership());
        events.append(decide(command, call));
    }

    static List<SynchronizedEvent> decide(CallSynchronized c, SynchronizedCall call) {
        var earlier = call.called();
        var called = new SynchronizedCalled(
                c.coalition(),
                c.synchronizedAction(),
                c.by(),
                c.title(),
                c.kind(),
                c.moment(),
                c.lasting(),
                c.goal(),
                c.goalCountries(),
                c.opens(),
                c.closes(),
                c.hashtags(),
                c.words(),
                c.needs(),
                earlier == null ? c.at() : earlier.at());
        if (earlier == null) {
            return List.of(called);
        }
        if (called.equals(earlier)) {
            return List.of();
        }
        throw new Conflict("synchronized-exists");
    }
}
