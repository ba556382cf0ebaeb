package org.tansiq.gateway.actions;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.tansiq.domain.actions.Coordinates;
import org.tansiq.domain.actions.Place;
import org.tansiq.domain.actions.Venue;
import org.tansiq.domain.shared.CityId;
import org.tansiq.domain.shared.Folding;
import org.tansiq.domain.shared.Id;
import org.tansiq.domain.shared.Invalid;
import org.tansiq.domain.shared.Limits;
import org.tansiq.domain.shared.Text;
import org.tansiq.gateway.shared.Fields;
import org.tansiq.infra.cities.City;
import org.tansiq.infra.cities.Gazetteer;
import org.tansiq.infra.cities.Resolution;
import org.tansiq.infra.cities.Towns;
import org.tansiq.projections.actions.matching.Distance;
import org.tansiq.projections.actions.matching.Edits;
import org.tansiq.projections.actions.matching.Spoken;
import org.tansiq.projections.actions.matching.Town;

/** Finds the place that a request names: a city by its id or any of its names, and a venue in it. */
@Component
public class Places implements SmartInitializingSingleton {
    /** From the middle of a large city to its edge: Glienicke is 24 km from Alexanderplatz. */
    private static final double TO_THE_EDGE_METRES_MAX = 40_000;

    private static final int LARGE_POPULATION_MIN = 500_000;

    private final CompletableFuture<Gazetteer> loading;

    Places(CompletableFuture<Gazetteer> loading) {
        this.loading = loading;
    }

    /** A server without its cities does not start. */
    @Override
    public void afterSingletonsInstantiated() {
        var unused = gazetteer();
    }

    private Gazetteer gazetteer() {
        return loading.join();
    }

    /** All cities that are known, the largest first. */
    List<City> largest() {
        return gazetteer().cities();
    }

    record VenueFields(
            @Nullable Map<String, @Nullable String> name,
            @Nullable Double latitude,
            @Nullable Double longitude) {}

    /**
     * The city that a request means.
     *
     * @throws Invalid {@code unknown-city} or {@code ambiguous-city}, with the names that are nearest
     */
    public Place city(String field, @Nullable String idOrName, @Nullable String country) {
        var wanted = Fields.required(field, idOrName);
        Limits.line(field, wanted);
        var byId = wanted.length() <= Id.LENGTH_MAX ? gazetteer().byId(new CityId(wanted)) : Optional.<City>empty();
        return place(byId.orElseGet(() -> named(field, wanted, country)));
    }

    /** The city that a misspelt name most likely means; good for a hint and never to act upon. */
    Optional<Place> guess(String name, @Nullable String country) {
        return switch (gazetteer().find(name, country)) {
            case Resolution.Found found -> Optional.of(place(found.city()));
            case Resolution.Ambiguous several -> Optional.empty();
            case Resolution.Unknown unknown ->
                unknown.nearest().stream()
                        .findFirst()
                        .filter(city -> meant(city, name) && inCountry(city, country))
                        .map(Places::place);
        };
    }

    /** What is nearest may be a namesake abroad. */
    private boolean inCountry(City city, @Nullable String country) {
        return country == null
                || gazetteer().countryCode(country).map(city.country()::equals).orElse(true);
    }

    /** The nearest of a whole country may still be far. */
    private static boolean meant(City city, String name) {
        var wanted = Folding.fold(Gazetteer.bare(name));
        return Stream.concat(city.name().in().values().stream(), city.others().stream())
                .map(Folding::fold)
                .anyMatch(known ->
                        Edits.within(Math.max(1, wanted.length() / 4), known, wanted) || Spoken.alike(known, wanted));
    }

    private City named(String field, String name, @Nullable String country) {
        return switch (gazetteer().find(name, country)) {
            case Resolution.Found found -> found.city();
            case Resolution.Ambiguous several ->
                throw new Invalid(
                        "ambiguous-city",
                        field,
                        Map.of(
                                "city",
                                name,
                                "cities",
                                several.cities().stream().map(Places::shown).toList()));
            case Resolution.Unknown unknown ->
                throw new Invalid(
                        "unknown-city",
                        field,
                        Map.of(
                                "city",
                                name,
                                "nearest",
                                unknown.nearest().stream().map(Places::shown).toList()));
        };
    }

    private static Map<String, Object> shown(City city) {
        return Map.of("id", city.id().value(), "name", city.name().in(), "country", city.country());
    }

    static Place place(City city) {
        return new Place(city.id(), city.zone(), city.country(), city.name());
    }

    /** The city that a place is in or is, with all its parts. */
    Set<CityId> whole(Place place) {
        var whole = gazetteer().wholeOf(place.city());
        var cities = new HashSet<>(gazetteer().partsOf(whole));
        cities.add(whole);
        cities.add(place.city());
        return cities;
    }

    /** Where the middle of a place is, if it is known. */
    Optional<Coordinates> middle(Place place) {
        return gazetteer().byId(place.city()).map(city -> new Coordinates(city.latitude(), city.longitude()));
    }

    /** Other towns whose middles are near, the largest first. */
    List<City> townsAround(Place place, Coordinates middle, int max) {
        var same = whole(place);
        return gazetteer().near(middle, Town.NEIGHBOURS_METRES).stream()
                .filter(city -> !same.contains(city.id()))
                .sorted(Comparator.comparingInt(City::population)
                        .reversed()
                        .thenComparing(city -> city.id().value()))
                .limit(max)
                .toList();
    }

    /** The city of a place, what belongs to it, and the towns so near that what is planned there may concern it. */
    Set<CityId> near(Place place, @Nullable Coordinates at) {
        var whole = gazetteer().wholeOf(place.city());
        var cities = new HashSet<>(whole(place));
        gazetteer().byId(whole).ifPresent(city -> add(cities, new Coordinates(city.latitude(), city.longitude())));
        if (at != null) {
            add(cities, at);
        }
        return cities;
    }

    private void add(Set<CityId> cities, Coordinates point) {
        gazetteer().near(point, TO_THE_EDGE_METRES_MAX).stream()
                .filter(city -> city.population() >= LARGE_POPULATION_MIN || isNeighbour(point, city))
                .forEach(city -> cities.add(city.id()));
    }

    private static boolean isNeighbour(Coordinates point, City city) {
        return Distance.metres(point, new Coordinates(city.latitude(), city.longitude())) <= Town.NEIGHBOURS_METRES;
    }

    /** The city of a place as far as it matters for finding what is nearby. */
    Town town(Place place) {
        return Towns.of(place, gazetteer());
    }

    static Venue venue(@Nullable VenueFields fields) {
        if (fields == null) {
            return new Venue(new Text(Map.of()), null);
        }
        return new Venue(Fields.text(fields.name()), coordinates(fields.latitude(), fields.longitude()));
    }

    static @Nullable Coordinates coordinates(@Nullable Double latitude, @Nullable Double longitude) {
        if (latitude == null && longitude == null) {
            return null;
        }
        return new Coordinates(
                Fields.required("venue.latitude", latitude), Fields.required("venue.longitude", longitude));
    }
}
