package org.tansiq.domain.permits;

import java.time.Instant;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.tansiq.domain.actions.Place;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Tags;

/** In a city a permit must be asked for so many days before the day, as a member of the coalition knows. */
@Event(namespace = "permits", name = "LeadTimeSet", version = "1")
public record LeadTimeSet(
        @EventTag(key = Tags.COALITION) CoalitionId coalition,
        Place place,
        @EventTag(key = Tags.ORGANIZATION) OrganizationId by,
        int days,
        Instant at)
        implements PermitEvent {
    @EventTag(key = Tags.LEAD_TIME)
    LeadTimeId leadTime() {
        return new LeadTimeId(coalition, place.city());
    }
}
