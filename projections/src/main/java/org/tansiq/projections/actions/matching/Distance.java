package org.tansiq.projections.actions.matching;

import org.tansiq.domain.actions.Coordinates;

/** On the ground, in metres. */
public final class Distance {
    /** Mean radius (IUGG). */
    private static final double EARTH_METRES = 6_371_008.8;

    /** From south to north. */
    public static final double METRES_OF_A_DEGREE = Math.toRadians(1) * EARTH_METRES;

    private Distance() {}

    /** Along a great circle, by the haversine formula. */
    public static double metres(Coordinates one, Coordinates other) {
        var north = Math.toRadians(other.latitude() - one.latitude());
        var east = Math.toRadians(other.longitude() - one.longitude());
        var chord = Math.pow(Math.sin(north / 2), 2)
                + Math.cos(Math.toRadians(one.latitude()))
                        * Math.cos(Math.toRadians(other.latitude()))
                        * Math.pow(Math.sin(east / 2), 2);
        return 2 * EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(chord)));
    }
}
