package org.tansiq.domain.actions;

import java.time.Instant;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Tags;

/** A member answers the call in a city; {@code action} is what takes place there. */
@Event(namespace = "actions", name = "CityCommitted", version = "1")
public record CityCommitted(
        @EventTag(key = Tags.COALITION) CoalitionId coalition,
        @EventTag(key = Tags.SYNCHRONIZED) SynchronizedId synchronizedAction,
        Place place,
        @EventTag(key = Tags.ORGANIZATION) OrganizationId by,
        ActionId action,
        Instant at)
        implements SynchronizedEvent {
    @EventTag(key = Tags.SYNCHRONIZED_CITY)
    SynchronizedCityId synchronizedCity() {
        return new SynchronizedCityId(synchronizedAction, place.city());
    }
}
