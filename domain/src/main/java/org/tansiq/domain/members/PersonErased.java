package org.tansiq.domain.members;

import java.time.Instant;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.tansiq.domain.shared.PersonId;
import org.tansiq.domain.shared.Tags;

/** What a person wrote can be read no more. It is of no coalition: the person may have written in many. */
@Event(namespace = "members", name = "PersonErased", version = "1")
public record PersonErased(@EventTag(key = Tags.PERSON) PersonId person, Instant at) implements PersonEvent {
    /** The one value of the tag that all of these bear. */
    public static final String ALL = "all";

    @EventTag(key = Tags.ERASURES)
    String erasures() {
        return ALL;
    }
}
