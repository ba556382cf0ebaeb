package org.tansiq.domain.actions;

import java.time.Instant;
import java.util.List;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Tags;

/**
 * The matcher found two actions, as they stand now.
 *
 * @param score from 0 to 100, how sure
 * @param grounds in the order in which one would say them
 */
@Event(namespace = "actions", name = "FindingRaised", version = "1")
public record FindingRaised(
        @EventTag(key = Tags.COALITION) CoalitionId coalition,
        ActionId one,
        ActionId other,
        Relation relation,
        int score,
        List<Ground> grounds,
        Instant at)
        implements FindingEvent {
    public FindingRaised {
        grounds = List.copyOf(grounds);
    }

    @EventTag(key = Tags.FINDING)
    String finding() {
        return id().toString();
    }
}
