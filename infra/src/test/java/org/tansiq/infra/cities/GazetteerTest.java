package org.tansiq.infra.cities;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tansiq.domain.actions.Coordinates;
import org.tansiq.domain.shared.CityId;
import org.tansiq.infra.cities.Resolution.Ambiguous;
import org.tansiq.infra.cities.Resolution.Found;
import org.tansiq.infra.cities.Resolution.Unknown;

class GazetteerTest {
    private static final Gazetteer GAZETTEER = Gazetteer.load();

    @ParameterizedTest(name = "{4}, {3}")
    @CsvFileSource(resources = "ghouta-2018-actions.csv", numLinesToSkip = 1)
    void every_row_of_the_ghouta_sheet_names_a_city_in_its_zone(
            String row,
            String title,
            String organisation,
            String country,
            String name,
            String venue,
            @Nullable Double latitude,
            @Nullable Double longitude,
            String starts,
            @Nullable String ends,
            String zone) {
        var city = found(name, country);
        assertThat(city.zone()).isEqualTo(ZoneId.of(zone));
        if (latitude != null && longitude != null) {
            assertThat(city.latitude()).isBetween(latitude - 0.5, latitude + 0.5);
            assertThat(city.longitude()).isBetween(longitude - 0.5, longitude + 0.5);
        }
        assertThat(find(name, null)).isEqualTo(new Found(city));
    }

    @Test
    void a_city_named_after_a_larger_one_is_called_like_it_in_every_language() {
        assertThat(find("لندن", "Canada")).isEqualTo(find("London", "Canada")).isInstanceOf(Found.class);
        assertThat(find("برمنغهام", "US")).isEqualTo(find("Birmingham", "US")).isInstanceOf(Found.class);
        assertThat(find("لندن", "DE")).isInstanceOf(Unknown.class);
        assertThat(found("لندن", null).country()).isEqualTo("GB");
    }

    @ParameterizedTest
    @CsvSource({
        "us-new-york,  US, نيويورك|New York|NYC|new york city|NEW-YORK",
        "ch-geneva,    CH, Genève|Geneva|Genf|جنيف|geneve",
        "be-brussels,  BE, Bruxelles|Brussels|بروكسل|Brüssel",
        "tr-gaziantep, TR, عنتاب|غازي عنتاب|Gaziantep|Antep|عينتاب",
        "tr-istanbul,  TR, اسطنبول|إسطنبول|İstanbul|Istanbul|ISTANBUL",
        "jo-amman,     JO, عمان|عمّان|Amman",
        "sy-idlib,     SY, ادلب|إدلب|Idlib|Edlib",
        "sy-damascus,  SY, Damascus|دمشق|Dimashq|Damas|الشام",
        "sy-homs,      SY, Homs|Hims|حمص",
        "sy-daraa,     SY, Daraa|Dar'a|Deraa|درعا|Dar‘ā",
        "sy-aleppo,    SY, Aleppo|Halab|حلب|Alep|Halep",
        "sy-deir-ez-zor, SY, Deir ez-Zor|Deir Ezzor|دير الزور|ديرالزور|Deir al-Zour",
        "sy-qamishli,  SY, Qamishli|Al-Qamishli|القامشلي|قامشلو|Qamişlo",
        "sy-kobani,    SY, Kobane|Kobanî|عين العرب|Ain al-Arab",
        "sy-douma,     SY, Douma|دوما|Duma",
        "sy-arbin,     SY, Arbin|عربين|Irbin",
        "sy-saqba,     SY, Saqba|سقبا",
        "de-cologne,   DE, Köln|Cologne|كولونيا|Koeln",
        "de-munich,    DE, München|Munich|ميونخ",
        "at-vienna,    AT, Wien|Vienna|فيينا",
        "tr-diyarbakir, TR, Diyarbakır|ديار بكر|Amed",
        "eg-cairo,     EG, القاهرة|قاهرة|Cairo|Le Caire",
        "se-gothenburg, SE, Göteborg|Gothenburg|غوتنبرغ"
    })
    void spellings_of_one_city_give_one_id(String id, String country, String spellings) {
        for (var spelling : spellings.split("\\|", -1)) {
            assertThat(found(spelling, country).id()).as(spelling).isEqualTo(new CityId(id));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TR", "tr", "TUR", "Turkey", "Türkiye", "Türkei", "تركيا"})
    void a_country_is_known_by_code_and_by_names(String country) {
        assertThat(found("Ankara", country).id()).isEqualTo(new CityId("tr-ankara"));
        assertThat(GAZETTEER.countryCode(country)).hasValue("TR");
    }

    @ParameterizedTest
    @ValueSource(strings = {"United States", "USA", "الولايات المتحدة", "الولايات المتحدة الأمريكية", "أمريكا"})
    void the_united_states_have_many_names(String country) {
        assertThat(found("Boston", country).country()).isEqualTo("US");
    }

    @Test
    void a_far_larger_namesake_is_meant_unless_the_country_says_otherwise() {
        assertThat(found("Paris", null).country()).isEqualTo("FR");
        assertThat(found("Melbourne", null).country()).isEqualTo("AU");
        assertThat(found("Melbourne", "USA").zone()).isEqualTo(ZoneId.of("America/New_York"));
        assertThat(found("London", null).country()).isEqualTo("GB");
        assertThat(found("London", "Canada").country()).isEqualTo("CA");
    }

    @Test
    void namesakes_of_one_rank_are_ambiguous_until_the_country_is_known() {
        assertThat(find("طرابلس", null))
                .isInstanceOfSatisfying(
                        Ambiguous.class,
                        ambiguous -> assertThat(ids(ambiguous.cities())).containsExactly("ly-tripoli", "lb-tripoli"));
        assertThat(found("طرابلس", "لبنان").id()).isEqualTo(new CityId("lb-tripoli"));
        assertThat(found("Tripoli", "Libya").id()).isEqualTo(new CityId("ly-tripoli"));
    }

    @Test
    void a_small_town_that_people_here_may_mean_is_not_passed_over() {
        assertThat(find("القنيطرة", null)).isInstanceOf(Ambiguous.class);
        assertThat(found("القنيطرة", "سوريا").id()).isEqualTo(new CityId("sy-quneitra"));
    }

    @Test
    void within_one_country_a_province_tells_namesakes_apart() {
        assertThat(find("Springfield", "US")).isInstanceOf(Ambiguous.class);
        assertThat(found("Springfield, IL", "US").id()).isEqualTo(new CityId("us-springfield-il"));
        assertThat(found("Springfield, Illinois", null).id()).isEqualTo(new CityId("us-springfield-il"));
    }

    @Test
    void a_country_may_follow_the_name_after_a_comma() {
        assertThat(found("Tripoli, Lebanon", null).country()).isEqualTo("LB");
        assertThat(found("طرابلس، لبنان", null).country()).isEqualTo("LB");
        assertThat(find("Tripoli, Narnia", null)).isInstanceOf(Unknown.class);
    }

    @Test
    void jerusalem_is_one_city_under_either_country() {
        assertThat(found("القدس", "فلسطين")).isEqualTo(found("Jerusalem", "Israel"));
    }

    @ParameterizedTest
    @CsvSource({
        "Hambrug,     '',      de-hamburg",
        "Gazianteb,   Turkey,  tr-gaziantep",
        "بروكسيلل,      '',      be-brussels",
        "Stockhlom,   Sweden,  se-stockholm"
    })
    void a_slip_of_the_pen_is_unknown_and_offers_the_city_first(String name, String country, String meant) {
        assertThat(find(name, country))
                .isInstanceOfSatisfying(
                        Unknown.class,
                        unknown -> assertThat(ids(unknown.nearest()))
                                .hasSizeLessThanOrEqualTo(Gazetteer.NEAREST_MAX)
                                .startsWith(meant));
    }

    @ParameterizedTest
    @CsvSource({
        "غيلزنكيرشن, Germany, de-gelsenkirchen",
        "فولفسبورغ, ألمانيا, de-wolfsburg",
        "إنغولشتات, DE, de-ingolstadt",
        "لايبيزيغ, DE, de-leipzig",
        "لايبزك, DE, de-leipzig",
        "زاربروكين, DE, de-saarbrucken",
        "هيوستون, US, us-houston",
        "كالجاري, Canada, ca-calgary",
        "برستل, GB, gb-bristol",
        "تورين, Italy, it-turin",
        "غوادالاخارا, MX, mx-guadalajara",
        "اسطنبووول, تركيا, tr-istanbul",
        "فيلنوف داسك, France, fr-villeneuve-dascq",
        "بيرمينجهام, GB, gb-birmingham",
        "Sarakeb, Syria, sy-saraqib"
    })
    void in_its_country_a_city_is_known_by_its_consonants_in_the_other_alphabet(
            String name, String country, String meant) {
        assertThat(found(name, country).id()).isEqualTo(new CityId(meant));
    }

    @ParameterizedTest
    @CsvSource({
        "غيلزنكيرشن, ''", // nowhere in particular
        "غيلزنكيرشن, France", // not there
        "Hamberge, Germany", // a village of its own
        "بيل, France", // too few consonants
        "إستون, US" // Austin, Easton, Houston without its H
    })
    void what_only_may_be_meant_is_not_taken_for_it(String name, String country) {
        assertThat(find(name, country)).isInstanceOf(Unknown.class);
    }

    @ParameterizedTest
    @CsvSource({
        "Tammerfors, FI, fi-tampere",
        "Åbo, FI, fi-turku",
        "Gand, BE, be-ghent",
        "Anvers, BE, be-antwerp",
        "Luik, BE, be-liege",
        "Genf, CH, ch-geneva",
        "Basle, CH, ch-basel",
        "Norimberga, DE, de-nuremberg",
        "Mayence, DE, de-mainz",
        "بور سودان, SD, sd-port-sudan",
        "Casa, MA, ma-casablanca",
        "قيسارية, TR, tr-kayseri",
        "Saragossa, ES, es-zaragoza"
    })
    void a_city_is_known_as_foreigners_call_it(String name, String country, String meant) {
        assertThat(found(name, country).id()).isEqualTo(new CityId(meant));
    }

    @Test
    void in_the_wrong_country_the_namesake_elsewhere_is_offered() {
        assertThat(find("Hamburg", "Syria"))
                .isInstanceOfSatisfying(
                        Unknown.class,
                        unknown -> assertThat(ids(unknown.nearest())).startsWith("de-hamburg"));
        assertThat(find("Hamburg", "Narnia"))
                .isInstanceOfSatisfying(
                        Unknown.class,
                        unknown -> assertThat(ids(unknown.nearest())).startsWith("de-hamburg"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "-", "،", "=cmd|' /C calc'!A0", "xqzxqzxqz"})
    void what_is_no_name_finds_nothing(String name) {
        assertThat(find(name, null)).isInstanceOf(Unknown.class);
        assertThat(find(name, "Germany")).isInstanceOf(Unknown.class);
    }

    @Test
    void an_overlong_name_is_not_even_compared() {
        assertThat(find("Berlin ".repeat(100_000), null)).isEqualTo(new Unknown(List.of()));
    }

    @Test
    void a_beginning_is_completed_with_the_largest_cities_first() {
        assertThat(ids(GAZETTEER.startingWith("hamb", 3))).startsWith("de-hamburg");
        assertThat(ids(GAZETTEER.startingWith("دم", 5))).contains("sy-damascus");
        assertThat(ids(GAZETTEER.startingWith("قاهر", 5))).startsWith("eg-cairo");
        assertThat(GAZETTEER.startingWith("a", 7))
                .hasSize(7)
                .isSortedAccordingTo((one, other) -> Integer.compare(other.population(), one.population()));
        assertThat(GAZETTEER.startingWith(" ", 7)).isEmpty();
        assertThat(GAZETTEER.startingWith("ال", 7)).hasSize(7);
    }

    @Test
    void a_city_is_found_by_its_id() {
        assertThat(GAZETTEER.byId(new CityId("sy-homs"))).hasValueSatisfying(homs -> {
            assertThat(homs.name().in("ar")).isEqualTo("حمص");
            assertThat(homs.name().in("en")).isEqualTo("Homs");
            assertThat(homs.country()).isEqualTo("SY");
        });
        assertThat(GAZETTEER.byId(new CityId("sy-nowhere"))).isEmpty();
    }

    @Test
    void every_city_has_a_plain_id_a_zone_and_a_place_on_earth() {
        var zones = ZoneId.getAvailableZoneIds();
        for (var city : GAZETTEER.cities()) {
            assertThat(city.id().value())
                    .matches("[a-z]{2}(-[a-z0-9]+)+")
                    .startsWith(city.country().toLowerCase(Locale.ROOT));
            assertThat(zones).contains(city.zone().getId());
            assertThat(city.latitude()).isBetween(-90.0, 90.0);
            assertThat(city.longitude()).isBetween(-180.0, 180.0);
            assertThat(GAZETTEER.countryCode(city.country())).hasValue(city.country());
            assertThat(city.name().in("en")).isNotBlank();
        }
        assertThat(GAZETTEER.cities()).hasSizeGreaterThan(19_000);
    }

    @Test
    void every_row_of_the_names_file_belongs_to_a_city() {
        assertThat(Table.read("names.tsv"))
                .allSatisfy(
                        row -> assertThat(GAZETTEER.byId(new CityId(row[0]))).isPresent());
    }

    @Test
    void no_file_says_a_thing_twice() {
        for (var file : List.of("cities.tsv", "towns.tsv", "names.tsv", "countries.tsv")) {
            assertThat(Table.read(file)).extracting(row -> row[0]).doesNotHaveDuplicates();
        }
    }

    @Test
    void many_cities_have_an_arabic_name() {
        assertThat(GAZETTEER.cities())
                .filteredOn(city -> city.name().in().containsKey("ar"))
                .hasSizeGreaterThan(900);
    }

    @Test
    void every_name_leads_back_to_its_city_within_its_country() {
        var astray = new HashSet<String>();
        for (var city : GAZETTEER.cities()) {
            if (!city.name().in().containsKey("ar")) {
                continue;
            }
            for (var name : List.of(city.name().in("ar"), city.name().in("en"))) {
                var isThere = switch (find(name, city.country())) {
                    case Found(var there) -> there.equals(city);
                    case Ambiguous(var cities) -> cities.contains(city);
                    case Unknown(var nearest) -> false;
                };
                if (!isThere) {
                    astray.add(city.id() + " " + name);
                }
            }
        }
        assertThat(astray).isEmpty();
    }

    private static Resolution find(String name, @Nullable String country) {
        return GAZETTEER.find(name, country);
    }

    private static City found(String name, @Nullable String country) {
        return switch (find(name, country)) {
            case Found(var city) -> city;
            case Ambiguous(var cities) -> throw new AssertionError(name + " is ambiguous: " + ids(cities));
            case Unknown(var nearest) -> throw new AssertionError(name + " is unknown; nearest: " + ids(nearest));
        };
    }

    private static List<String> ids(List<City> cities) {
        return cities.stream().map(city -> city.id().value()).toList();
    }

    @Test
    void towns_near_a_point_are_found_also_across_a_border_and_no_others() {
        var strasbourg = new Coordinates(48.5846, 7.7507);

        var near = GAZETTEER.near(strasbourg, 15_000).stream()
                .map(city -> city.name().in().get("en"))
                .toList();

        assertThat(near).contains("Strasbourg", "Kehl").doesNotContain("Offenburg", "Colmar");
    }

    @Test
    void towns_near_the_date_line_and_the_poles_are_no_trouble() {
        assertThat(GAZETTEER.near(new Coordinates(90, 180), 15_000)).isEmpty();
        assertThat(GAZETTEER.near(new Coordinates(-16.43, -179.9), 100_000))
                .extracting(City::country)
                .contains("FJ");
    }

    @ParameterizedTest
    @CsvSource({
        "'Manhattan, New York', US, us-manhattan",
        "'Paris, Île-de-France', FR, fr-paris",
        "'إربد، الأردن', JO, jo-irbid"
    })
    void in_a_country_what_follows_a_comma_or_says_that_it_is_a_city_is_no_part_of_its_name(
            String name, String country, String id) {
        assertThat(GAZETTEER.find(name, country))
                .isInstanceOfSatisfying(
                        Found.class,
                        found -> assertThat(found.city().id().value()).isEqualTo(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", "Nowhereville, New York"})
    void what_is_no_city_before_a_comma_is_unknown(String name) {
        assertThat(GAZETTEER.find(name, "US")).isInstanceOf(Unknown.class);
    }

    @ParameterizedTest
    @CsvSource({
        "Bosnia and Herzegovina, BA",
        "Trinidad and Tobago, TT",
        "Czech Republic, CZ",
        "Palestine, PS",
        "USA, US",
        "UK, GB",
        "England, GB",
        "Scotland, GB",
        "Northern Ireland, GB",
        "Holland, NL",
        "Türkiye, TR",
        "Turkey, TR",
        "Macedonia, MK",
        "Russia, RU",
        "South Korea, KR",
        "Iran, IR",
        "Vatican, VA",
        "Kosovo, XK",
        "Ivory Coast, CI",
        "KSA, SA",
        "UAE, AE",
        "فلسطين, PS",
        "بريطانيا, GB",
        "أمريكا, US",
        "الولايات المتحدة, US",
        "هولندا, NL",
        "البوسنة والهرسك, BA",
        "Allemagne, DE",
        "Almanya, DE",
        "Deutschland, DE",
        "ألمانيا, DE",
        "Royaume-Uni, GB",
        "Vereinigtes Königreich, GB",
        "المملكة المتحدة, GB"
    })
    void a_country_is_known_by_what_people_call_it(String name, String code) {
        assertThat(GAZETTEER.countryCode(name)).contains(code);
    }
}
