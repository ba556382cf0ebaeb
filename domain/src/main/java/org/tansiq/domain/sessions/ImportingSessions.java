package org.tansiq.domain.sessions;

import java.util.List;
import java.util.Map;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.axonframework.modelling.annotation.InjectEntity;
import org.tansiq.domain.members.Membership;
import org.tansiq.domain.shared.Conflict;
import org.tansiq.domain.shared.Text;

/** What a body's calendar says of a session counts, unless it said something later before or has nothing new to say. */
public final class ImportingSessions {
    @CommandHandler
    void handle(
            ImportSession command,
            @InjectEntity BodySession session,
            @InjectEntity(idProperty = "membership") Membership membership,
            EventAppender events) {
        membership.required(command.membership());
        events.append(decide(command, session.state()));
    }

    static List<SessionEvent> decide(ImportSession c, BodySession.State state) {
        var now = switch (state) {
            case BodySession.Unknown unknown -> null;
            case BodySession.Known known -> known.in(c.coalition(), c.session()).standing();
        };
        return decide(c, Standing.importing(now, c.sitting(), c.cancelled(), c.sequence()));
    }

    private static List<SessionEvent> decide(ImportSession c, Standing.Import means) {
        return switch (means) {
            case NEW ->
                List.of(
                        new SessionAnnounced(c.coalition(), c.session(), c.by(), c.sitting(), c.leadDays(), c.at()),
                        imported(c));
            case MOVED ->
                List.of(new SessionMoved(c.coalition(), c.session(), c.by(), c.sitting(), c.at()), imported(c));
            case CANCELLED ->
                List.of(
                        new SessionCancelled(c.coalition(), c.session(), c.by(), new Text(Map.of()), c.at()),
                        imported(c));
            case UNCHANGED, OLDER -> List.of();
            case CLOSED -> throw new Conflict("session-cancelled");
        };
    }

    private static SessionImported imported(ImportSession c) {
        return new SessionImported(c.coalition(), c.session(), c.by(), c.sequence(), c.at());
    }
}
