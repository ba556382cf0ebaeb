package org.tansiq.gateway.actions;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.tansiq.domain.actions.ActionKind;
import org.tansiq.domain.actions.Coordinates;
import org.tansiq.domain.actions.Venue;
import org.tansiq.domain.shared.Text;
import org.tansiq.infra.cities.City;
import org.tansiq.infra.cities.Gazetteer;
import org.tansiq.projections.actions.matching.ActionIndex;
import org.tansiq.projections.actions.matching.Candidate;
import org.tansiq.projections.actions.matching.Town;

/** {@code bench/collisions --speed}: how long finding takes. It asserts nothing, for machines differ. */
final class FindingSpeed {
    private static final int SCHEDULED = 100_000;
    private static final int CHECKS = 20_000;
    private static final int ROWS = 5_200;
    private static final Instant FROM = Instant.parse("2018-02-19T08:00:00Z");
    private static final List<String> PLACES = List.of(
            "Main Square",
            "Town Hall",
            "Russian Embassy",
            "Embassy of Iran",
            "Central Station",
            "Cathedral",
            "University",
            "Parliament",
            "Republic Square",
            "ساحة الحرية",
            "السفارة الروسية",
            "Rathausplatz",
            "Opera House",
            "City Park");

    private FindingSpeed() {}

    public static void main(String[] none) {
        var cities = Gazetteer.load().cities();
        for (var spread : List.of(28, 500, 7_000)) {
            oneAgainst(cities.subList(0, spread));
        }
        rehearsal();
    }

    private static void oneAgainst(List<City> cities) {
        var random = new Random(7);
        var index = new ActionIndex();
        for (var i = 0; i < SCHEDULED; i++) {
            index.put(candidate("a" + i, cities, random));
        }
        var micros = new double[CHECKS];
        var found = 0L;
        for (var i = 0; i < 2 * CHECKS; i++) {
            var wanted = candidate("new", cities, random);
            var begun = System.nanoTime();
            found += index.findings(wanted).size();
            micros[i % CHECKS] = (System.nanoTime() - begun) / 1_000.0;
        }
        Arrays.sort(micros);
        System.out.printf(
                "one action against %,d in %,d cities over 30 days: p50 %.0f µs, p99 %.0f µs, worst %.0f µs; %.1f findings each%n",
                SCHEDULED,
                cities.size(),
                micros[CHECKS / 2],
                micros[CHECKS * 99 / 100],
                micros[CHECKS - 1],
                (double) found / (2 * CHECKS));
    }

    private static Candidate candidate(String id, List<City> cities, Random random) {
        var city = cities.get(random.nextInt(cities.size()));
        var from = FROM.plus(Duration.ofMinutes(15L * random.nextInt(30 * 24 * 4)));
        var at = random.nextBoolean()
                ? new Coordinates(
                        city.latitude() + random.nextGaussian() / 50, city.longitude() + random.nextGaussian() / 50)
                : null;
        var names = new ArrayList<>(city.name().in().values());
        names.addAll(city.others());
        return new Candidate(
                id,
                Text.of("en", "Vigil " + random.nextInt(50)),
                ActionKind.VIGIL,
                new Town(
                        city.id().value(),
                        Set.copyOf(names),
                        city.country(),
                        new Coordinates(city.latitude(), city.longitude())),
                new Venue(
                        random.nextInt(10) == 0
                                ? new Text(Map.of())
                                : Text.of(
                                        "en",
                                        PLACES.get(random.nextInt(PLACES.size()))
                                                + (random.nextBoolean() ? "" : " " + random.nextInt(20))),
                        at),
                from,
                from.plus(Duration.ofMinutes(30L + 30L * random.nextInt(4))),
                Set.of("Group " + random.nextInt(200)));
    }

    private static void rehearsal() {
        var random = new Random(11);
        var sheet = new StringBuilder("row,title,city,venue,starts,ends\n");
        var cities = List.of(
                "Berlin", "Paris", "London", "Istanbul", "Ankara", "Beirut", "Cairo", "Amman", "Toronto", "Oslo");
        for (var row = 1; row <= ROWS; row++) {
            sheet.append("%d,Vigil %d,%s,%s,2018-02-%02dT%02d:%02d,%n"
                    .formatted(
                            row,
                            row,
                            cities.get(random.nextInt(cities.size())),
                            PLACES.get(random.nextInt(PLACES.size())),
                            1 + random.nextInt(28),
                            8 + random.nextInt(13),
                            15 * random.nextInt(4)));
        }
        var bytes = sheet.toString().getBytes(UTF_8);
        for (var round = 1; round <= 3; round++) {
            var begun = System.nanoTime();
            var report = LabelledSheet.rehearse(Sheet.read(bytes));
            System.out.printf(
                    "rehearsal of %,d rows in %d cities over 28 days, round %d: %d ms, %,d pairs%n",
                    ROWS,
                    cities.size(),
                    round,
                    (System.nanoTime() - begun) / 1_000_000,
                    report.collisions().size());
        }
    }
}
