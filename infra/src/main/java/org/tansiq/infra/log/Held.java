package org.tansiq.infra.log;

import org.axonframework.messaging.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;

/** An event in memory. Whoever sources it gets the same message, so its payload is decoded once for all of them. */
final class Held {
    private final LoggedEvent logged;
    private volatile @Nullable EventMessage message;

    Held(long position, String commitId, StoredEvent event) {
        this.logged = new LoggedEvent(position, commitId, event);
    }

    LoggedEvent logged() {
        return logged;
    }

    long position() {
        return logged.position();
    }

    StoredEvent event() {
        return logged.event();
    }

    EventMessage message(Lifting lifting) {
        var known = message;
        if (known == null) {
            known = Messages.decode(event(), lifting);
            message = known;
        }
        return known;
    }

    void forgetMessage() {
        message = null;
    }
}
