package org.tansiq.infra.log;

import java.util.Set;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.messaging.eventstreaming.Tag;

/** What a decision had read was changed before its events could be stored. Fresh state may bring another decision. */
final class LostRace extends AppendEventsTransactionRejectedException {
    // Tags are not serializable, and no lost race leaves the process.
    private final transient Set<Tag> boundary;

    LostRace(Set<Tag> boundary, long after) {
        super("Somebody else has written to the boundary " + boundary + " after position " + after + ".");
        this.boundary = boundary;
    }

    /** The tags on which it was lost. */
    Set<Tag> boundary() {
        return boundary;
    }
}
