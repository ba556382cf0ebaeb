package org.tansiq.projections.actions;

import static java.util.stream.Collectors.toSet;

import java.util.Collections;
import java.util.Set;
import org.tansiq.domain.actions.Coordinates;
import org.tansiq.domain.actions.Venue;
import org.tansiq.domain.shared.Folding;
import org.tansiq.domain.shared.Text;

/** Whether two venues of one city are one: by where they are, or by what they are called in any language. */
final class SamePlace {
    /** Two sides of a square are one place. */
    static final double METRES_MAX = 250;

    /** Mean radius (IUGG). */
    private static final double EARTH_METRES = 6_371_008.8;

    private SamePlace() {}

    static boolean is(Venue one, Venue other) {
        if (one.at() != null && other.at() != null && metres(one.at(), other.at()) <= METRES_MAX) {
            return true;
        }
        return !Collections.disjoint(names(one), names(other));
    }

    /** Along a great circle, by the haversine formula. */
    static double metres(Coordinates one, Coordinates other) {
        var north = Math.toRadians(other.latitude() - one.latitude());
        var east = Math.toRadians(other.longitude() - one.longitude());
        var chord = Math.pow(Math.sin(north / 2), 2)
                + Math.cos(Math.toRadians(one.latitude()))
                        * Math.cos(Math.toRadians(other.latitude()))
                        * Math.pow(Math.sin(east / 2), 2);
        return 2 * EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(chord)));
    }

    private static Set<String> names(Venue venue) {
        // Names that were erased are equal, and the venues need not be.
        if (venue.name().equals(Text.ERASED)) {
            return Set.of();
        }
        return venue.name().in().values().stream()
                .map(Folding::fold)
                .filter(name -> !name.isEmpty())
                .collect(toSet());
    }
}
