package org.tansiq.infra.log;

import java.util.Set;
import org.axonframework.messaging.eventstreaming.Tag;

/** Others wait for their turn at a boundary that this command is about to read: it would only race with them. */
final class BoundaryBusy extends RuntimeException {
    private final transient Set<Tag> boundary;

    BoundaryBusy(Set<Tag> boundary) {
        super("Others wait at the boundary " + boundary + ".", null, false, false);
        this.boundary = boundary;
    }

    Set<Tag> boundary() {
        return boundary;
    }
}
