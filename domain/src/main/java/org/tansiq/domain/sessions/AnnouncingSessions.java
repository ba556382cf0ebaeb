package org.tansiq.domain.sessions;

import java.util.List;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.axonframework.modelling.annotation.InjectEntity;
import org.tansiq.domain.members.Membership;
import org.tansiq.domain.shared.Conflict;

/** Any member enters the sessions of international bodies; they are nobody's own. */
public final class AnnouncingSessions {
    @CommandHandler
    void handle(
            AnnounceSession command,
            @InjectEntity BodySession session,
            @InjectEntity(idProperty = "membership") Membership membership,
            EventAppender events) {
        membership.required(command.membership());
        events.append(decide(command, session.state()));
    }

    static List<SessionEvent> decide(AnnounceSession c, BodySession.State state) {
        return switch (state) {
            case BodySession.Unknown unknown ->
                List.of(new SessionAnnounced(c.coalition(), c.session(), c.by(), c.sitting(), c.leadDays(), c.at()));
            case BodySession.Known known when isSame(c, known.first()) -> List.of();
            case BodySession.Known known -> throw new Conflict("session-exists");
        };
    }

    private static boolean isSame(AnnounceSession c, SessionAnnounced first) {
        return first.coalition().equals(c.coalition())
                && first.sitting().equals(c.sitting())
                && first.leadDays() == c.leadDays();
    }
}
