package org.tansiq.projections.permits;

import static org.tansiq.projections.shared.Keys.key;

import java.time.Instant;
import java.util.Set;
import org.tansiq.domain.actions.Place;
import org.tansiq.projections.shared.Row;

/**
 * How early one must ask in a city, as a coalition knows.
 *
 * @param id {@code <coalition>/<city>}
 * @param by who said it last
 */
public record LeadTimeRow(String id, String coalition, Place place, int days, String by, Instant since) implements Row {
    public static String id(String coalition, String city) {
        return coalition + "/" + city;
    }

    @Override
    public Set<String> keys() {
        return Set.of(key("coalition", coalition));
    }
}
