package org.tansiq.domain.permits;

import org.tansiq.domain.shared.CityId;
import org.tansiq.domain.shared.CoalitionId;

/** One city as one coalition knows it; its text is the value of the tag {@code lead-time}. */
public record LeadTimeId(CoalitionId coalition, CityId city) {
    @Override
    public String toString() {
        return coalition + "/" + city;
    }
}
