package org.tansiq.domain.actions;

import java.util.Set;
import org.tansiq.domain.shared.CoalitionId;

/** The boundary of the collision rule: some days of a city, as far as one coalition is concerned. */
public record PlaceDays(CoalitionId coalition, Set<String> days) {
    /** The days that whatever may overlap {@code slot} touches. */
    static PlaceDays around(CoalitionId coalition, Slot slot) {
        return new PlaceDays(coalition, slot.placeDaysAround());
    }
}
