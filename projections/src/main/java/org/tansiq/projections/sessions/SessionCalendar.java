package org.tansiq.projections.sessions;

import static org.tansiq.projections.shared.Keys.key;

import java.util.List;
import java.util.function.UnaryOperator;
import org.tansiq.domain.actions.ActionCancelled;
import org.tansiq.domain.sessions.ActionTimedToSession;
import org.tansiq.domain.sessions.SessionAnnounced;
import org.tansiq.domain.sessions.SessionCancelled;
import org.tansiq.domain.sessions.SessionEvent;
import org.tansiq.domain.sessions.SessionId;
import org.tansiq.domain.sessions.SessionImported;
import org.tansiq.domain.sessions.SessionMoved;
import org.tansiq.projections.actions.Revision;
import org.tansiq.projections.shared.Projection;
import org.tansiq.projections.shared.Recorded;
import org.tansiq.projections.shared.Rows;
import org.tansiq.projections.shared.View;

/** Which international body sits when, and which actions are meant for it. */
public final class SessionCalendar implements Projection {
    public static final View<SessionRow> SESSIONS = new View<>("sessions", SessionRow.class);

    @Override
    public String name() {
        return "sessions";
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public List<View<?>> views() {
        return List.of(SESSIONS);
    }

    @Override
    public void apply(Recorded event, Rows rows) {
        if (event.fact() instanceof SessionEvent fact) {
            apply(fact, event.position(), rows);
        } else if (event.fact() instanceof ActionCancelled cancelled) {
            take(cancelled.action().value(), rows);
        }
    }

    private static void apply(SessionEvent fact, long position, Rows rows) {
        switch (fact) {
            case SessionAnnounced e -> rows.put(SESSIONS, announced(e, position));
            case SessionMoved e ->
                change(e.session(), rows, row -> row.sitting(e.sitting()).changed(position, e.at()));
            case SessionCancelled e ->
                change(e.session(), rows, row -> row.cancelled(e.message()).changed(position, e.at()));
            case SessionImported e -> change(e.session(), rows, row -> row.imported(e.sequence()));
            case ActionTimedToSession e -> {
                var action = e.action().value();
                take(action, rows);
                change(e.session(), rows, row -> row.with(action));
            }
        }
    }

    private static void take(String action, Rows rows) {
        for (var row : rows.find(SESSIONS, key("action", action))) {
            rows.put(SESSIONS, row.without(action));
        }
    }

    private static void change(SessionId session, Rows rows, UnaryOperator<SessionRow> to) {
        rows.get(SESSIONS, session.value()).ifPresent(row -> rows.put(SESSIONS, to.apply(row)));
    }

    private static SessionRow announced(SessionAnnounced e, long position) {
        var sitting = e.sitting();
        return new SessionRow(
                e.session().value(),
                e.coalition().value(),
                sitting.body(),
                sitting.title(),
                sitting.place(),
                sitting.zone(),
                sitting.from(),
                sitting.until(),
                e.leadDays(),
                SessionRow.Status.ANNOUNCED,
                e.by().value(),
                null,
                List.of(),
                new Revision(position, e.at()),
                null);
    }
}
