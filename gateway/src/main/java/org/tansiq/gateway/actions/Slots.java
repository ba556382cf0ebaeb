package org.tansiq.gateway.actions;

import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.actions.Place;
import org.tansiq.domain.actions.Slot;
import org.tansiq.gateway.shared.Fields;

/** Reads from a request when something is to be. */
final class Slots {
    /** How long an action is taken to last when nobody says. */
    static final Duration USUAL_LENGTH = Duration.ofMinutes(90);

    private Slots() {}

    /**
     * A local time that the zone skips moves forward by the gap; one that occurs twice is the first of the two.
     *
     * @param length unless {@code ends} is given
     * @param zone missing: that of the place
     */
    static Slot slot(
            Place place, @Nullable String starts, @Nullable String ends, @Nullable String zone, Duration length) {
        var in = zone(place, zone);
        var from = Fields.localTime("starts", starts).atZone(in).toInstant();
        var until = ends == null || ends.isBlank()
                ? from.plus(length)
                : Fields.localTime("ends", ends).atZone(in).toInstant();
        return new Slot(place, from, until);
    }

    private static ZoneId zone(Place place, @Nullable String zone) {
        return zone == null || zone.isBlank() ? place.zone() : Fields.zone("zone", zone);
    }
}
