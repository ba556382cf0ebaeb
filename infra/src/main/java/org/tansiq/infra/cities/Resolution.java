package org.tansiq.infra.cities;

import java.util.List;

/** What a city's name, as somebody wrote it, stands for. */
public sealed interface Resolution {
    record Found(City city) implements Resolution {}

    /** Several cities have that name and none is meant more than the others; the largest first. */
    record Ambiguous(List<City> cities) implements Resolution {
        public Ambiguous {
            cities = List.copyOf(cities);
        }
    }

    /** No city has that name; {@code nearest} are at most {@link Gazetteer#NEAREST_MAX} that may be meant, best first. */
    record Unknown(List<City> nearest) implements Resolution {
        public Unknown {
            nearest = List.copyOf(nearest);
        }
    }
}
