package org.tansiq.projections.actions.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tansiq.domain.actions.ActionKind;
import org.tansiq.domain.actions.Venue;
import org.tansiq.domain.shared.Text;

/** In a town that no table knows, unless a test says otherwise. */
class VenueNamesTest {
    private static final Pattern BAR = Pattern.compile("\\|");

    @ParameterizedTest
    @MethodSource("onePlace")
    void one_place_is_recognised_under_all_its_names(List<String> names) {
        assertThat(pairs(names, Naming.Verdict.SAME)).hasSize(names.size() * (names.size() - 1) / 2);
    }

    @ParameterizedTest
    @MethodSource("manyPlaces")
    void places_that_only_have_a_word_in_common_are_not_taken_for_one(List<String> names) {
        assertThat(pairs(names, Naming.Verdict.SAME)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Washington, US, Lafayette Square, البيت الأبيض",
        "Paris,      FR, Trocadéro, Parvis des droits de l'homme",
        "Praha,      CZ, Václavské náměstí, Wenzelsplatz",
        "Genève,     CH, Broken Chair, ساحة الأمم",
        "Berlin,     DE, Weltzeituhr, ساحة الكسندر",
        "Doha,       QA, Kattara, الحي الثقافي كتارا",
        "Madrid,     ES, Puerta de Sol, بوابة الشمس"
    })
    void the_well_known_places_of_a_city_are_known_by_names_that_have_nothing_in_common(
            String city, String country, String one, String other) {
        var town = new Town("somewhere", Set.of(city), country, null);

        assertThat(Matcher.naming(known(town, one), known(town, other)).verdict())
                .isEqualTo(Naming.Verdict.SAME);
    }

    @Test
    void a_country_that_is_also_the_town_says_nothing_of_a_venue() {
        var town = new Town("kw", Set.of("Kuwait City", "الكويت"), "KW", null);

        assertThat(Matcher.naming(known(town, "ابراج الكويت"), known(town, "Al-Erada Sq., Kuwait City"))
                        .verdict())
                .isNotEqualTo(Naming.Verdict.SAME);
    }

    private static List<String> pairs(List<String> names, Naming.Verdict verdict) {
        var town = new Town("nowhere", Set.of("Nowhere"), "ZZ", null);
        var pairs = new ArrayList<String>();
        for (var one = 0; one < names.size(); one++) {
            for (var other = one + 1; other < names.size(); other++) {
                if (Matcher.naming(known(town, names.get(one)), known(town, names.get(other)))
                                .verdict()
                        == verdict) {
                    pairs.add(names.get(one) + " = " + names.get(other));
                }
            }
        }
        return pairs;
    }

    private static Known known(Town town, String venue) {
        return Known.of(new Candidate(
                "a",
                Text.of("en", "Vigil"),
                ActionKind.VIGIL,
                town,
                new Venue(Text.of("en", venue), null),
                Instant.parse("2018-02-24T18:00:00Z"),
                Instant.parse("2018-02-24T19:00:00Z"),
                Set.of()));
    }

    static Stream<List<String>> onePlace() {
        return lines().filter(line -> !line.startsWith("!")).map(VenueNamesTest::names);
    }

    static Stream<List<String>> manyPlaces() {
        return lines().filter(line -> line.startsWith("!")).map(line -> names(line.substring(1)));
    }

    private static Stream<String> lines() {
        return Tables.lines("venue-names.txt").stream();
    }

    private static List<String> names(String line) {
        return BAR.splitAsStream(line).map(String::strip).toList();
    }
}
