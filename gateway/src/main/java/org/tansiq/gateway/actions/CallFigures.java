package org.tansiq.gateway.actions;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tansiq.infra.cities.City;
import org.tansiq.infra.rows.Repaired;
import org.tansiq.infra.wiring.Views;
import org.tansiq.projections.actions.CityRow;
import org.tansiq.projections.actions.Coverage;
import org.tansiq.projections.actions.SynchronizedRow;
import org.tansiq.projections.actions.Synchrony;

/**
 * What all cities of a call come to together. Thousands of them are read for it, so it is found once for each state of the
 * rows and not for each who looks; there is nothing in it that not all of the coalition see.
 */
@Component
class CallFigures {
    static final int GAPS_MAX = 20;
    private static final int KEPT_MAX = 64;

    private final Places places;
    private final Views views;
    private final Map<String, Kept> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
            return size() > KEPT_MAX;
        }
    };

    CallFigures(Places places, Views views) {
        this.places = places;
        this.views = views;
    }

    /**
     * What they come to.
     *
     * @param gaps the largest cities without an action, of all and of the countries that the call has reached
     */
    record Figures(Synchrony synchrony, List<City> gaps, List<City> gapsInReach) {}

    private record Kept(long position, Repaired repaired, Figures figures) {}

    /** As things stand now. */
    Figures now(SynchronizedRow call, Supplier<List<CityRow>> cities) {
        var position = views.position(Coverage.CITIES);
        var repaired = views.repaired(Coverage.CITIES);
        synchronized (kept) {
            var known = kept.get(call.id());
            if (known != null
                    && known.position() == position
                    && known.repaired().equals(repaired)) {
                return known.figures();
            }
        }
        var figures = of(call, cities.get());
        synchronized (kept) {
            kept.put(call.id(), new Kept(position, repaired, figures));
        }
        return figures;
    }

    Figures of(SynchronizedRow call, List<CityRow> cities) {
        var taken = cities.stream().map(CityRow::city).collect(Collectors.toSet());
        return new Figures(
                Synchrony.of(cities),
                largest(city -> !taken.contains(city.id().value())),
                largest(city -> !taken.contains(city.id().value())
                        && call.covered().countries().containsKey(city.country())));
    }

    private List<City> largest(Predicate<City> gap) {
        return places.largest().stream().filter(gap).limit(GAPS_MAX).toList();
    }
}
