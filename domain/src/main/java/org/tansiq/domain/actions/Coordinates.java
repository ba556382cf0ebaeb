package org.tansiq.domain.actions;

import org.tansiq.domain.shared.Invalid;

/** Degrees north and east of WGS 84, negative to the south and west. */
public record Coordinates(double latitude, double longitude) {
    private static final int LATITUDE_MAX = 90;
    private static final int LONGITUDE_MAX = 180;

    static void check(Coordinates at) {
        within(at.latitude, LATITUDE_MAX, "venue.latitude");
        within(at.longitude, LONGITUDE_MAX, "venue.longitude");
    }

    private static void within(double degrees, int max, String field) {
        // Written so that not-a-number is out of range too.
        if (!(Math.abs(degrees) <= max)) {
            throw new Invalid("coordinates-out-of-range", field);
        }
    }
}
