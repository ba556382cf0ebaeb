package org.tansiq.infra.cities;

import java.util.HashSet;
import org.tansiq.domain.actions.Coordinates;
import org.tansiq.domain.actions.Place;
import org.tansiq.projections.actions.matching.Town;

/** The towns of the table, as far as they matter for finding what is nearby. */
public final class Towns {
    private Towns() {}

    /** A district is its city. */
    public static Town of(Place place, Gazetteer gazetteer) {
        var names = new HashSet<>(place.name().in().values());
        var whole = gazetteer.wholeOf(place.city());
        var city = gazetteer.byId(whole);
        city.ifPresent(known -> {
            names.addAll(known.name().in().values());
            names.addAll(known.others());
        });
        return new Town(
                whole.value(),
                names,
                place.country(),
                city.map(known -> new Coordinates(known.latitude(), known.longitude()))
                        .orElse(null));
    }
}
