package org.tansiq.domain.actions;

import java.time.ZoneId;
import java.util.regex.Pattern;
import org.tansiq.domain.shared.CityId;
import org.tansiq.domain.shared.Invalid;
import org.tansiq.domain.shared.Limits;
import org.tansiq.domain.shared.Text;

/**
 * A city, as it was known when something was planned there.
 *
 * @param zone the zone of the city's clocks
 * @param country ISO 3166-1 alpha-2
 */
public record Place(CityId city, ZoneId zone, String country, Text name) {
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    /** Whoever commands something of one measures it; in the log it never is. */
    public static void check(Place place) {
        Limits.name("city", place.name);
        if (!COUNTRY.matcher(place.country).matches()) {
            throw new Invalid("no-such-country", "country");
        }
    }
}
