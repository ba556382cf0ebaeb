package org.tansiq.domain.sessions;

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

    record Known(SessionAnnounced first, Sitting sitting, boolean cancelled) implements State {
        Known requireNotCancelled() {
            if (cancelled) {
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
        return new BodySession(new Known(e, e.sitting(), false));
    }

    @EventSourcingHandler
    BodySession on(SessionMoved e) {
        return state instanceof Known known
                ? new BodySession(new Known(known.first, e.sitting(), known.cancelled))
                : this;
    }

    @EventSourcingHandler
    BodySession on(SessionCancelled e) {
        return state instanceof Known known ? new BodySession(new Known(known.first, known.sitting, true)) : this;
    }

    /** A session of another coalition does not exist in this one. */
    Known in(CoalitionId coalition, SessionId session) {
        if (state instanceof Known known && known.first.coalition().equals(coalition)) {
            return known;
        }
        throw new NotFound("session", session);
    }
}
