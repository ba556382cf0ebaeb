package org.tansiq.domain.sessions;

import java.util.List;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.axonframework.modelling.annotation.InjectEntity;
import org.tansiq.domain.members.Membership;

/** An action is meant for one session at a time, which any member may say. */
public final class TimingToSessions {
    @CommandHandler
    void handle(
            TimeToSession command,
            @InjectEntity BodySession session,
            @InjectEntity(idProperty = "action") Timing timing,
            @InjectEntity(idProperty = "membership") Membership membership,
            EventAppender events) {
        membership.required(command.membership());
        events.append(decide(command, session.in(command.coalition(), command.session()), timing));
    }

    static List<SessionEvent> decide(TimeToSession c, BodySession.Known known, Timing timing) {
        timing.action().required(c.coalition(), c.action());
        if (c.session().equals(timing.session())) {
            return List.of();
        }
        timing.action().requireStanding();
        known.requireNotCancelled();
        return List.of(new ActionTimedToSession(c.coalition(), c.session(), c.by(), c.action(), c.at()));
    }
}
