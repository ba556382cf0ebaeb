package org.tansiq.gateway.members;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tansiq.domain.shared.PersonId;
import org.tansiq.infra.members.Session;
import org.tansiq.infra.members.SessionStore;

/** How long sessions last. They are asked of the store each time: what ended on one node has ended on all. */
@Component
class Sessions {
    static final Duration IDLE_MAX = Duration.ofMinutes(15);
    static final Duration LENGTH_MAX = Duration.ofHours(8);
    static final Duration SEEN_EVERY = Duration.ofMinutes(1);

    private final SessionStore store;
    private final Clock clock;

    Sessions(SessionStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** @return the secret, that only the browser keeps */
    String begin(PersonId person, boolean complete) {
        var now = now();
        store.clear(now.minus(LENGTH_MAX), now.minus(IDLE_MAX));
        var secret = Secrets.fresh();
        store.add(new Session(Secrets.hash(secret), person, now, now, complete));
        return secret;
    }

    /** The session of whoever is at work with it this moment, which keeps it from falling idle. */
    Optional<Session> use(String secret) {
        var now = now();
        var session = store.find(Secrets.hash(secret)).filter(found -> isOpen(found, now));
        session.filter(found -> !now.isBefore(found.seen().plus(SEEN_EVERY)))
                .ifPresent(found -> store.seen(found.id(), now));
        return session;
    }

    /** Whether it goes on, without using it. */
    boolean isOpen(String id) {
        var now = now();
        return store.find(id).filter(found -> isOpen(found, now)).isPresent();
    }

    List<Session> of(PersonId person) {
        var now = now();
        return store.of(person).stream().filter(found -> isOpen(found, now)).toList();
    }

    boolean end(PersonId person, String id) {
        return store.end(person, id);
    }

    void endOthers(PersonId person, @Nullable String kept) {
        store.endAll(person, kept);
    }

    private static boolean isOpen(Session session, Instant now) {
        return now.isBefore(session.seen().plus(IDLE_MAX))
                && now.isBefore(session.made().plus(LENGTH_MAX));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
