package org.tansiq.infra.cities;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.actions.Coordinates;
import org.tansiq.domain.shared.CityId;
import org.tansiq.domain.shared.Folding;
import org.tansiq.domain.shared.Text;
import org.tansiq.projections.actions.matching.Distance;

/**
 * Finds a city by any of its names. Names are compared as {@link Folding} leaves them; if none fits, without articles and
 * spaces, and within a given country by their sound. Immutable; {@link #load()} takes a moment and some megabytes, so a process keeps one.
 *
 * <p>When several cities have a name, the largest is meant if it has {@value #DECISIVE} times the people of the next; a
 * city that {@code names.tsv} gives an Arabic name counts for at least {@value #KNOWN_POPULATION_MIN} here, because
 * people who use this system may well mean it however small it is.
 */
public final class Gazetteer {
    public static final int NEAREST_MAX = 5;

    private static final int DECISIVE = 5;
    private static final int KNOWN_POPULATION_MIN = 100_000;
    private static final int NAMESAKES_ABROAD_MAX = 2;
    /** Longer names are nobody's; comparing them would only cost time. */
    private static final int NAME_LENGTH_MAX = 200;

    /** Frankfurt am Main, Frankfurt an der Oder, Chalon-sur-Saône, Newcastle upon Tyne. */
    private static final Pattern ON_A_RIVER = Pattern.compile(
            "^(\\p{L}{3,}(?: \\p{L}+)*?) (?:am|an der|a d|ob der|im|in der|sur|upon|am rhein|aan den|aan de) \\p{L}+(?: \\p{L}+)?$");

    private static final Pattern CALLED_A_CITY =
            Pattern.compile("^\\s*(?:مدينة|مدينه|City of|Stadt|Ville de)\\s+", Pattern.CASE_INSENSITIVE);

    private static final Pattern COMMA = Pattern.compile("[,،]");

    private static final double LIKENESS_MIN = 0.78;
    /** Consonants alone say less than a whole name. */
    private static final double CONSONANTS_WEIGHT = 0.9;

    private static final int CONSONANTS_MIN = 2;

    private final List<City> cities;
    private final NavigableMap<Double, List<City>> byLatitude;
    private final Map<CityId, City> byId;
    private final Map<CityId, String> alsoIn;
    private final Countries countries;
    private final NameIndex folded;
    private final NameIndex loose;
    /** What a city is also called where nothing is called so outright: by one of its districts, or without its river. */
    private final NameIndex lesser;
    /** Towns that are part of a city. */
    private final Map<CityId, CityId> within;
    /** Made in the background: a start need not wait for what only unknown names need. */
    private final CompletableFuture<Likenesses> likeness;

    private record Likenesses(Likeness byLetters, Likeness byConsonants) {}

    private final CompletableFuture<BySound> bySound;

    private Gazetteer(List<City> cities, Map<CityId, String> alsoIn, List<String[]> districts) {
        this.cities = cities;
        this.alsoIn = alsoIn;
        byLatitude = cities.stream().collect(groupingBy(City::latitude, TreeMap::new, toList()));
        countries = new Countries();
        byId = HashMap.newHashMap(cities.size());
        for (var city : cities) {
            if (byId.put(city.id(), city) != null) {
                throw new IllegalStateException("Two cities are called " + city.id() + ".");
            }
        }
        within = new HashMap<>();
        var lesserNames = new HashMap<CityId, Set<String>>();
        for (var row : districts) {
            var city = new CityId(row[0]);
            Table.values(row[1])
                    .forEach(name -> lesserNames
                            .computeIfAbsent(city, id -> new HashSet<>())
                            .add(Folding.fold(name)));
            Table.values(row[2]).forEach(town -> within.put(new CityId(town), city));
        }
        var names = cities.parallelStream().map(Gazetteer::names).toList();
        lesser = index(
                IntStream.range(0, cities.size())
                        .mapToObj(number -> {
                            var all = new HashSet<>(
                                    lesserNames.getOrDefault(cities.get(number).id(), Set.of()));
                            names.get(number).stream()
                                    .map(ON_A_RIVER::matcher)
                                    .filter(Matcher::find)
                                    .forEach(river -> all.add(river.group(1)));
                            return (Set<String>) all;
                        })
                        .toList(),
                Keys::looseOfFolded);
        folded = index(names, name -> name);
        loose = index(names, Keys::looseOfFolded);
        bySound = CompletableFuture.supplyAsync(() -> new BySound(
                cities,
                names.stream()
                        .map(each -> each.stream().map(Keys::looseOfFolded).collect(toUnmodifiableSet()))
                        .toList()));
        likeness = CompletableFuture.supplyAsync(() -> new Likenesses(
                new Likeness(loose), new Likeness(index(names, name -> Keys.consonants(Keys.looseOfFolded(name))))));
    }

    private static NameIndex index(List<Set<String>> names, UnaryOperator<String> key) {
        var entries = new ArrayList<NameIndex.Entry>(2 * names.size());
        for (var number = 0; number < names.size(); number++) {
            for (var name : names.get(number)) {
                entries.add(new NameIndex.Entry(key.apply(name), number));
            }
        }
        return new NameIndex(entries);
    }

    /** Reads the data of this package; {@code SOURCES.md} beside it says where it comes from. */
    public static Gazetteer load() {
        var named = new HashMap<String, String[]>();
        var alsoIn = new HashMap<CityId, String>();
        for (var row : Table.read("names.tsv")) {
            named.put(row[0], row);
            if (!row[3].isEmpty()) {
                alsoIn.put(new CityId(row[0]), row[3]);
            }
        }
        var zones = new ConcurrentHashMap<String, ZoneId>();
        var cities =
                Stream.of("cities.tsv", "towns.tsv")
                        .flatMap(file -> Table.read(file).stream())
                        .toList()
                        .parallelStream()
                        .map(row -> city(row, named.get(row[0]), zones.computeIfAbsent(row[2], ZoneId::of)))
                        .sorted(Comparator.comparingInt(City::population)
                                .reversed()
                                .thenComparing(city -> city.id().value()))
                        .toList();
        return new Gazetteer(cities, Map.copyOf(alsoIn), Table.read("districts.tsv"));
    }

    private static City city(String[] row, String @Nullable [] names, ZoneId zone) {
        var arabic = names == null ? List.<String>of() : Table.values(names[1]).toList();
        var others = names == null
                ? Table.values(row[7])
                : Stream.of(Table.values(row[7]), arabic.stream().skip(1), Table.values(names[2]))
                        .flatMap(each -> each);
        return new City(
                new CityId(row[0]),
                row[1],
                zone,
                Double.parseDouble(row[3]),
                Double.parseDouble(row[4]),
                arabic.isEmpty() ? Text.of("en", row[6]) : Text.ofBoth(arabic.getFirst(), row[6]),
                Integer.parseInt(row[5]),
                others.distinct().toList());
    }

    /** Each name once, folded. */
    private static Set<String> names(City city) {
        var names = HashSet.<String>newHashSet(city.others().size() + 2);
        city.name().in().values().forEach(name -> names.add(Folding.fold(name)));
        city.others().forEach(name -> names.add(Folding.fold(name)));
        return names;
    }

    /** All of them, the largest first. */
    public List<City> cities() {
        return cities;
    }

    public Optional<City> byId(CityId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Those whose middle is at most {@code metres} from a point. */
    public List<City> near(Coordinates point, double metres) {
        var degrees = metres / Distance.METRES_OF_A_DEGREE;
        return byLatitude.subMap(point.latitude() - degrees, true, point.latitude() + degrees, true).values().stream()
                .flatMap(List::stream)
                .filter(city -> Distance.metres(point, new Coordinates(city.latitude(), city.longitude())) <= metres)
                .toList();
    }

    /** The towns that are part of a city; empty for most. */
    public Set<CityId> partsOf(CityId city) {
        return within.entrySet().stream()
                .filter(part -> part.getValue().equals(city))
                .map(Map.Entry::getKey)
                .collect(toUnmodifiableSet());
    }

    /** The city that a town is part of, or the town itself. */
    public CityId wholeOf(CityId town) {
        return within.getOrDefault(town, town);
    }

    /** The ISO 3166-1 alpha-2 code of a country that is given by its code or by a name; empty if nobody calls one so. */
    public Optional<String> countryCode(String nameOrCode) {
        return countries.codeOf(nameOrCode);
    }

    /**
     * What {@code name} stands for.
     *
     * @param country a code or a name that narrows the search, or null or blank. In a country that is not known nothing is found,
     *     rather than a city somewhere else. Without it, {@code name} may itself end in a comma and a country; with it, in
     *     a comma and a part of the country.
     */
    public Resolution find(String name, @Nullable String country) {
        if (country == null || country.isBlank()) {
            return find(name, (IntPredicate) city -> true)
                    .or(() -> findWithin(name))
                    .orElseGet(() -> unknown(name, city -> true));
        }
        var code = countries.codeOf(country);
        IntPredicate inCountry = city -> code.isPresent() && isIn(cities.get(city), code.get());
        return find(name, inCountry)
                .or(() -> beforeComma(name).flatMap(city -> find(city, inCountry)))
                .or(() -> code.isEmpty() ? Optional.empty() : namesake(name, inCountry))
                .or(() -> code.flatMap(known -> heard(name, inCountry, known)))
                .orElseGet(() -> bare(name).equals(name)
                        ? unknown(name, code.isPresent() ? inCountry : city -> true)
                        : find(bare(name), country));
    }

    /** The name alone of what is called a city outright: مدينة حلب. */
    public static String bare(String name) {
        return CALLED_A_CITY.matcher(name).replaceFirst("");
    }

    /** "Manhattan, New York": what follows only says where in the country it is. */
    private static Optional<String> beforeComma(String name) {
        var first = name.length() > NAME_LENGTH_MAX
                ? Optional.<String>empty()
                : COMMA.splitAsStream(name).findFirst();
        return first.filter(city -> city.length() < name.length());
    }

    /** A city that was named after a larger one is called like it in every language: لندن in Canada is London there. */
    private Optional<Resolution> namesake(String name, IntPredicate inCountry) {
        if (name.length() > NAME_LENGTH_MAX) {
            return Optional.empty();
        }
        var found = loose.named(Keys.loose(name))
                .mapToObj(city -> cities.get(city).name().in().get("en"))
                .distinct()
                .flatMap(original -> find(original, inCountry).stream())
                .distinct()
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /**
     * A city whose name is the same consonants in the same order, written by ear: of several the one whose vowels are nearer
     * too, unless another is far larger and only a little further.
     */
    private Optional<Resolution> heard(String name, IntPredicate inCountry, String country) {
        var key = Keys.loose(name);
        if (key.isEmpty() || name.length() > NAME_LENGTH_MAX) {
            return Optional.empty();
        }
        var alike = bySound.join().to(key, inCountry, country);
        if (alike.nearest().isEmpty()) {
            return Optional.empty();
        }
        var nearest = alike.nearest().size() == 1
                ? new Resolution.Found(alike.nearest().getFirst())
                : choose(alike.nearest());
        return nearest instanceof Resolution.Found found
                        && alike.next().stream().noneMatch(city -> isFarLarger(city, found.city()))
                ? Optional.of(found)
                : Optional.empty();
    }

    private static boolean isFarLarger(City one, City other) {
        return weight(one) >= DECISIVE * weight(other);
    }

    /** Cities with a name that begins so, the largest first: for completing what somebody types. */
    public List<City> startingWith(String prefix, int max) {
        var begun = Folding.fold(prefix);
        if (begun.isEmpty()) {
            return List.of();
        }
        var exact = folded.startingWith(begun);
        var withoutArticle = loose.startingWith(Keys.loose(prefix));
        return IntStream.concat(exact, withoutArticle)
                .sorted()
                .distinct()
                .limit(max)
                .mapToObj(cities::get)
                .toList();
    }

    private boolean isIn(City city, String country) {
        return city.country().equals(country) || country.equals(alsoIn.get(city.id()));
    }

    private Optional<Resolution> find(String name, IntPredicate where) {
        if (name.length() > NAME_LENGTH_MAX) {
            return Optional.empty();
        }
        var found = Stream.<Supplier<IntStream>>of(
                        () -> folded.named(Folding.fold(name)),
                        () -> loose.named(Keys.loose(name)),
                        () -> lesser.named(Keys.loose(name)))
                .map(cities -> cities.get().filter(where).distinct().toArray())
                .filter(cities -> cities.length > 0)
                .findFirst()
                .orElseGet(() -> new int[0]);
        return switch (found.length) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(new Resolution.Found(cities.get(found[0])));
            default ->
                Optional.of(choose(Arrays.stream(found).mapToObj(cities::get).toList()));
        };
    }

    private static Resolution choose(List<City> namesakes) {
        var bySize = namesakes.stream()
                .sorted(Comparator.comparingLong(Gazetteer::weight).reversed())
                .toList();
        var isDecisive = weight(bySize.get(0)) >= DECISIVE * weight(bySize.get(1)) && weight(bySize.get(0)) > 0;
        return isDecisive ? new Resolution.Found(bySize.get(0)) : new Resolution.Ambiguous(bySize);
    }

    private static long weight(City city) {
        return city.name().in().containsKey("ar")
                ? Math.max(city.population(), KNOWN_POPULATION_MIN)
                : city.population();
    }

    /** "Paris, France". */
    private Optional<Resolution> findWithin(String name) {
        var comma = Math.max(name.lastIndexOf(','), name.lastIndexOf('\u060C'));
        return comma < 0
                ? Optional.empty()
                : countries
                        .codeOf(name.substring(comma + 1))
                        .flatMap(code -> find(name.substring(0, comma), city -> isIn(cities.get(city), code)));
    }

    /** First a namesake or two elsewhere, in case only the country is wrong; then what is spelt or sounds alike. */
    private Resolution unknown(String name, IntPredicate where) {
        var key = Keys.loose(name);
        if (key.isEmpty() || name.length() > NAME_LENGTH_MAX) {
            return new Resolution.Unknown(List.of());
        }
        var consonants = Keys.consonants(key);
        var alike = likeness.join().byLetters().to(key, where, LIKENESS_MIN);
        var sounding = consonants.length() < CONSONANTS_MIN
                ? Stream.<Likeness.Alike>empty()
                : likeness.join()
                        .byConsonants()
                        .to(consonants, where, LIKENESS_MIN / CONSONANTS_WEIGHT)
                        .map(found -> new Likeness.Alike(found.city(), found.score() * CONSONANTS_WEIGHT));
        var best = Stream.concat(alike, sounding)
                .sorted(Comparator.comparingDouble(Likeness.Alike::score)
                        .reversed()
                        .thenComparingInt(Likeness.Alike::city))
                .mapToInt(Likeness.Alike::city);
        return new Resolution.Unknown(IntStream.concat(loose.named(key).limit(NAMESAKES_ABROAD_MAX), best)
                .distinct()
                .limit(NEAREST_MAX)
                .mapToObj(cities::get)
                .toList());
    }
}
