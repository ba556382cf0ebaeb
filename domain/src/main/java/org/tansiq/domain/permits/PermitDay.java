package org.tansiq.domain.permits;

import java.time.LocalDate;
import org.tansiq.domain.actions.Slot;
import org.tansiq.domain.shared.CityId;

/**
 * What a permit is for: a city on one of its days, the one on which the action begins. An hour or a venue may change under
 * the same permit; of another day or another city it says nothing.
 */
public record PermitDay(CityId city, LocalDate day) {
    public static PermitDay of(Slot slot) {
        return new PermitDay(slot.place().city(), slot.localFrom().toLocalDate());
    }
}
