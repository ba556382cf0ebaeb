package org.tansiq.domain.actions;

import java.time.Instant;
import java.util.List;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.tansiq.domain.shared.CityId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Tags;

/**
 * How it went in a city that answered a call, as those tell it who committed it. The last report counts.
 *
 * @param turnout how many people came
 * @param media links to what was published of it
 */
@Event(namespace = "actions", name = "CityReported", version = "1")
public record CityReported(
        @EventTag(key = Tags.COALITION) CoalitionId coalition,
        @EventTag(key = Tags.SYNCHRONIZED) SynchronizedId synchronizedAction,
        CityId city,
        @EventTag(key = Tags.ORGANIZATION) OrganizationId by,
        Instant actualStart,
        int turnout,
        List<String> media,
        Instant at)
        implements SynchronizedEvent {
    public CityReported {
        media = List.copyOf(media);
    }

    @EventTag(key = Tags.SYNCHRONIZED_CITY)
    SynchronizedCityId synchronizedCity() {
        return new SynchronizedCityId(synchronizedAction, city);
    }
}
