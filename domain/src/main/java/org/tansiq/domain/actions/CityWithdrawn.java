package org.tansiq.domain.actions;

import java.time.Instant;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.tansiq.domain.shared.CityId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Tags;

/** The city can be committed again, by anyone. */
@Event(namespace = "actions", name = "CityWithdrawn", version = "1")
public record CityWithdrawn(
        @EventTag(key = Tags.COALITION) CoalitionId coalition,
        @EventTag(key = Tags.SYNCHRONIZED) SynchronizedId synchronizedAction,
        CityId city,
        @EventTag(key = Tags.ORGANIZATION) OrganizationId by,
        ActionId action,
        Instant at)
        implements SynchronizedEvent {
    @EventTag(key = Tags.SYNCHRONIZED_CITY)
    SynchronizedCityId synchronizedCity() {
        return new SynchronizedCityId(synchronizedAction, city);
    }
}
