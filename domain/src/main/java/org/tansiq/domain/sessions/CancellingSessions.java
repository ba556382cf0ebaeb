package org.tansiq.domain.sessions;

import java.util.List;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.axonframework.modelling.annotation.InjectEntity;
import org.tansiq.domain.members.Membership;

/** Any member says that a session will not sit. */
public final class CancellingSessions {
    @CommandHandler
    void handle(
            CancelSession command,
            @InjectEntity BodySession session,
            @InjectEntity(idProperty = "membership") Membership membership,
            EventAppender events) {
        membership.required(command.membership());
        events.append(decide(command, session.in(command.coalition(), command.session())));
    }

    static List<SessionEvent> decide(CancelSession c, BodySession.Known known) {
        return known.cancelled()
                ? List.of()
                : List.of(new SessionCancelled(c.coalition(), c.session(), c.by(), c.message(), c.at()));
    }
}
