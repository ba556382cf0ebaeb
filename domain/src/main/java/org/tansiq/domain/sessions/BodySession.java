package org.tansiq.domain.sessions;

import java.util.function.UnaryOperator;
import org.axonframework.eventsourcing.annotation.EventSourcedEntity;
import org.axonframework.eventsourcing.annotation.EventSourcingHandler;
import org.axonframework.eventsourcing.annotation.reflection.EntityCreator;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Conflict;
import org.tansiq.domain.shared.NotFound;
import org.tansiq.domain.shared.Tags;

/** What decisions about one session need to know of it. */
@EventSourcedEntity(tagKey = Tags.SESSION)
record BodySession(State state) {
    sealed interface State {}

    record Unknown() implements State {}

    record Known(SessionAnnounced first, Standing standing) implements State {
        Sitting sitting() {
            return standing.sitting();
        }

        boolean cancelled() {
            return standing.cancelled();
        }

        /** A session of another coalition does not exist in this one. */
        Known in(CoalitionId coalition, SessionId session) {
            if (first.coalition().equals(coalition)) {
                return this;
            }
            throw new NotFound("session", session);
        }

        Known requireNotCancelled() {
            if (cancelled()) {
                throw new Conflict("session-cancelled");
            }
            return this;
        }
    }

    @EntityCreator
    BodySession() {
        this(new Unknown());
    }

    @EventSourcingHandler
    BodySession on(SessionAnnounced e) {
        return new BodySession(new Known(e, new Standing(e.sitting(), false, null)));
    }

    @EventSourcingHandler
    BodySession on(SessionMoved e) {
        return change(now -> new Standing(e.sitting(), now.cancelled(), now.imported()));
    }

    @EventSourcingHandler
    BodySession on(SessionCancelled e) {
        return change(now -> new Standing(now.sitting(), true, now.imported()));
    }

    @EventSourcingHandler
    BodySession on(SessionImported e) {
        return change(now -> new Standing(
                now.sitting(), now.cancelled(), new Imported(e.sequence(), now.sitting(), now.cancelled())));
    }

    private BodySession change(UnaryOperator<Standing> to) {
        return state instanceof Known known ? new BodySession(new Known(known.first, to.apply(known.standing))) : this;
    }

    Known in(CoalitionId coalition, SessionId session) {
        if (state instanceof Known known) {
            return known.in(coalition, session);
        }
        throw new NotFound("session", session);
    }
}
