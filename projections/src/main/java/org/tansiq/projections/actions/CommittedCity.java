package org.tansiq.projections.actions;

import java.time.Instant;
import java.time.LocalDateTime;
import org.tansiq.domain.actions.Place;
import org.tansiq.domain.actions.Slot;

/**
 * A city that answers a call, whose it is, and when it acts: at the call's moment unless its action was moved.
 *
 * @param action what takes place there
 * @param localFrom what the clocks of the city show when it begins
 */
public record CommittedCity(
        String city,
        Place place,
        String by,
        String action,
        Instant from,
        Instant until,
        LocalDateTime localFrom,
        LocalDateTime localUntil) {
    static CommittedCity in(Slot slot, String by, String action) {
        return new CommittedCity(
                slot.place().city().value(),
                slot.place(),
                by,
                action,
                slot.from(),
                slot.until(),
                slot.localFrom(),
                slot.localUntil());
    }
}
