package org.tansiq.domain.sessions;

import java.util.List;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.axonframework.modelling.annotation.InjectEntity;
import org.tansiq.domain.members.Membership;

/** Any member moves a session that the body has moved, unless it was cancelled. */
public final class MovingSessions {
    @CommandHandler
    void handle(
            MoveSession command,
            @InjectEntity BodySession session,
            @InjectEntity(idProperty = "membership") Membership membership,
            EventAppender events) {
        membership.required(command.membership());
        events.append(decide(command, session.in(command.coalition(), command.session())));
    }

    static List<SessionEvent> decide(MoveSession c, BodySession.Known known) {
        return known.requireNotCancelled().sitting().equals(c.sitting())
                ? List.of()
                : List.of(new SessionMoved(c.coalition(), c.session(), c.by(), c.sitting(), c.at()));
    }
}
