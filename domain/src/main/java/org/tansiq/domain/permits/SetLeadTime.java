package org.tansiq.domain.permits;

import java.time.Instant;
import java.util.Map;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.tansiq.domain.actions.Place;
import org.tansiq.domain.members.MembershipId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Invalid;
import org.tansiq.domain.shared.OrganizationId;

/**
 * A member tells how long before the day a permit must be asked for in a city.
 *
 * @param days of the city's calendar, 0 to {@link LeadTime#DAYS_MAX}
 */
@Command(namespace = "permits", name = "SetLeadTime")
public record SetLeadTime(CoalitionId coalition, Place place, OrganizationId by, int days, Instant at) {
    public SetLeadTime {
        Place.check(place);
        if (days < 0 || days > LeadTime.DAYS_MAX) {
            throw new Invalid("out-of-range", "days", Map.of("min", 0, "max", LeadTime.DAYS_MAX));
        }
    }

    public LeadTimeId leadTime() {
        return new LeadTimeId(coalition, place.city());
    }

    public MembershipId membership() {
        return new MembershipId(coalition, by);
    }
}
