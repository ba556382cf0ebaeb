package org.tansiq.projections.actions;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many cities there are, in all and by country. It knows how far it has counted, so that an event that comes again is
 * not counted again.
 *
 * @param countries how many cities in each, by ISO 3166-1 alpha-2; none with none
 * @param upTo position of the last event in it; -1 before the first
 */
public record Tally(int cities, Map<String, Integer> countries, long upTo) {
    static final Tally NONE = new Tally(0, Map.of(), -1);

    public Tally {
        countries = Collections.unmodifiableMap(new TreeMap<>(countries));
    }

    Tally with(String country, long position) {
        return changed(country, 1, position);
    }

    Tally without(String country, long position) {
        return changed(country, -1, position);
    }

    private Tally changed(String country, int by, long position) {
        if (position <= upTo) {
            return this;
        }
        var changed = new TreeMap<>(countries);
        changed.merge(country, by, (had, more) -> had + more == 0 ? null : had + more);
        return new Tally(cities + by, changed, position);
    }
}
