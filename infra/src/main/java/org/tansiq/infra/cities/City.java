package org.tansiq.infra.cities;

import java.time.ZoneId;
import java.util.List;
import org.tansiq.domain.shared.CityId;
import org.tansiq.domain.shared.Text;

/**
 * A city or town.
 *
 * @param country ISO 3166-1 alpha-2 (and XK for Kosovo)
 * @param latitude degrees north, of the middle of the town
 * @param longitude degrees east
 * @param name for display: in English, and in Arabic where it is known
 * @param population roughly, of the town or its urban area; only good for ranking; 0 when unknown
 * @param others what else it is called, in any language and script
 */
public record City(
        CityId id,
        String country,
        ZoneId zone,
        double latitude,
        double longitude,
        Text name,
        int population,
        List<String> others) {
    public City {
        others = List.copyOf(others);
    }
}
