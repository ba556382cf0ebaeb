package org.tansiq.gateway.actions;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tansiq.campaign.CoalitionTest;
import org.tansiq.campaign.Person;
import tools.jackson.databind.JsonNode;

class SynchronisedApiTest extends CoalitionTest {
    /** In Europe the clocks have gone forward that morning, in America three weeks before. */
    private static final Map<String, Object> CANDLES = Map.of(
            "title",
            Map.of("en", "Candles", "ar", "شموع"),
            "kind",
            "vigil",
            "moment",
            Map.of("localTime", "2026-03-29T19:00"),
            "minutes",
            30,
            "goal",
            15,
            "hashtags",
            List.of("#SaveGhouta"));

    private static final Map<String, Object> AT_ONCE =
            with(CANDLES, "moment", Map.of("instant", "2026-03-29T17:00:00Z"));

    @Test
    void the_same_hour_on_the_clock_of_every_city() {
        var call = called(CANDLES);

        assertThat(from(commit(berlin, call, "Berlin"))).isEqualTo("2026-03-29T17:00:00Z");
        assertThat(from(commit(berlin, call, "London"))).isEqualTo("2026-03-29T18:00:00Z");
        assertThat(from(commit(berlin, call, "New York"))).isEqualTo("2026-03-29T23:00:00Z");
        assertThat(cities(call))
                .extracting(city -> city.path("localFrom").asString().substring(0, 16))
                .containsOnly("2026-03-29T19:00");
    }

    @Test
    void the_same_hour_a_day_before_is_another_instant_where_the_clocks_change_between() {
        var call = called(with(CANDLES, "moment", Map.of("localTime", "2026-03-28T19:00")));

        assertThat(from(commit(berlin, call, "Berlin"))).isEqualTo("2026-03-28T18:00:00Z");
        assertThat(from(commit(berlin, call, "New York"))).isEqualTo("2026-03-28T23:00:00Z");
    }

    @Test
    void an_hour_that_a_city_skips_is_one_later_there() {
        var call = called(with(CANDLES, "moment", Map.of("localTime", "2026-03-29T02:30")));

        assertThat(from(commit(berlin, call, "Berlin"))).isEqualTo("2026-03-29T01:30:00Z");
        assertThat(from(commit(berlin, call, "New York"))).isEqualTo("2026-03-29T06:30:00Z");
    }

    @Test
    void one_instant_everywhere() {
        var call = called(AT_ONCE);

        var berlins = commit(berlin, call, "برلين");
        assertThat(from(berlins)).isEqualTo(from(commit(paris, call, "New York")));
        assertThat(cities(call))
                .extracting(city -> city.path("localFrom").asString().substring(11, 16))
                .containsExactlyInAnyOrder("19:00", "13:00");
    }

    @Test
    void a_city_becomes_an_action_and_counts_towards_the_goal() {
        var call = called(CANDLES);
        var action = commit(paris, call, "Berlin");

        var row = ghouta.row(paris, "actions", action);
        assertThat(row.path("synchronizedAction").asString()).isEqualTo(call);
        assertThat(row.path("title").path("ar").asString()).isEqualTo("شموع");
        assertThat(row.path("until").asString()).isEqualTo("2026-03-29T17:30:00Z");
        assertThat(row.path("organizers").get(0).asString())
                .isEqualTo(paris.organization().value());
        var coverage = ghouta.row(berlin, "synchronised", call);
        assertThat(coverage.path("goal").asInt()).isEqualTo(15);
        assertThat(coverage.path("covered").path("cities").asInt()).isEqualTo(1);
        assertThat(coverage.path("covered").path("countries").path("DE").asInt())
                .isEqualTo(1);
        assertThat(coverage.path("caller").asString())
                .isEqualTo(berlin.organization().value());
        assertThat(cities(call)).singleElement().satisfies(city -> {
            assertThat(city.path("by").asString())
                    .isEqualTo(paris.organization().value());
            assertThat(city.path("action").asString()).isEqualTo(action);
            assertThat(city.path("place").path("name").path("ar").asString()).isEqualTo("برلين");
        });
    }

    @Test
    void a_city_is_committed_once() {
        var call = called(CANDLES);
        var action = commit(berlin, call, "Berlin");

        var problem =
                ghouta.refusing(409, "city-committed", () -> paris.post(cities(call, ""), Map.of("city", "برلين")));
        assertThat(problem.path("by").asString())
                .isEqualTo(berlin.organization().value());
        assertThat(ghouta.writing(() ->
                        berlin.post(cities(call, ""), Map.of("city", "Berlin")).done()))
                .isEmpty();
        assertThat(cities(call))
                .extracting(city -> city.path("action").asString())
                .containsExactly(action);
    }

    @Test
    void a_city_collides_like_any_action() {
        var first = berlin.post(
                        ghouta.path("/actions"),
                        Map.of(
                                "title",
                                Map.of("en", "March"),
                                "kind",
                                "march",
                                "city",
                                "Berlin",
                                "starts",
                                "2026-03-29T19:15"))
                .id();
        var call = called(CANDLES);

        var problem =
                ghouta.refusing(409, "actions-collide", () -> paris.post(cities(call, ""), Map.of("city", "Berlin")));
        assertThat(problem.path("collisions").get(0).path("id").asString()).isEqualTo(first);
        assertThat(cities(call)).isEmpty();
        paris.post(cities(call, ""), Map.of("city", "Berlin", "acknowledged", List.of(first)))
                .done();
        assertThat(cities(call)).hasSize(1);
        assertThat(ghouta.rows(paris, "collisions")).hasSize(1);
    }

    @Test
    void a_withdrawn_city_is_for_others_to_commit() {
        var call = called(CANDLES);
        var action = commit(berlin, call, "Berlin");
        var city = cities(call).getFirst().path("city").asString();

        ghouta.refusing(403, "not-yours", () -> paris.post(cities(call, "/" + city + "/withdraw")));
        berlin.post(cities(call, "/" + city + "/withdraw"), Map.of("message", Map.of("en", "No permit")))
                .done();
        assertThat(cities(call)).isEmpty();
        assertThat(ghouta.row(berlin, "actions", action).path("status").asString())
                .isEqualTo("CANCELLED");
        assertThat(ghouta.writing(() ->
                        berlin.post(cities(call, "/" + city + "/withdraw")).done()))
                .isEmpty();
        commit(paris, call, "Berlin");
        assertThat(cities(call)).hasSize(1);
    }

    @Test
    void whoever_cancels_a_citys_action_gives_the_city_back() {
        var call = called(CANDLES);
        var action = commit(berlin, call, "Berlin");

        assertThat(ghouta.writing(() -> berlin.post(ghouta.path("/actions/" + action + "/cancel"))
                        .done()))
                .containsExactly("actions.CityWithdrawn", "actions.ActionCancelled");
        assertThat(cities(call)).isEmpty();
        commit(paris, call, "Berlin");
    }

    @Test
    void a_moved_action_shows_where_the_city_stands() {
        var call = called(CANDLES);
        var action = commit(berlin, call, "Berlin");

        berlin.post(ghouta.path("/actions/" + action + "/reschedule"), Map.of("starts", "2026-03-29T20:00"))
                .done();

        assertThat(cities(call).getFirst().path("localFrom").asString()).startsWith("2026-03-29T20:00");
    }

    @Test
    void after_it_has_closed_no_city_is_committed() {
        var call = called(with(CANDLES, "closes", "2020-01-01T00:00:00Z"));

        ghouta.refusing(409, "call-closed", () -> berlin.post(cities(call, ""), Map.of("city", "Berlin")));
    }

    @Test
    void before_it_closes_they_are() {
        commit(berlin, called(with(CANDLES, "closes", "2100-01-01T00:00:00+03:00")), "Berlin");
    }

    @Test
    void a_call_has_one_moment() {
        refused("one-moment", "moment", with(CANDLES, "moment", Map.of()));
        refused(
                "one-moment",
                "moment",
                with(CANDLES, "moment", Map.of("instant", "2026-03-29T17:00:00Z", "localTime", "2026-03-29T19:00")));
        refused("missing-field", "moment", with(CANDLES, "moment", null));
        refused("bad-time", "moment.instant", with(CANDLES, "moment", Map.of("instant", "2026-03-29T17:00")));
        refused("bad-time", "moment.localTime", with(CANDLES, "moment", Map.of("localTime", "at seven")));
    }

    @ParameterizedTest
    @CsvSource({
        "minutes, 0, bad-duration", "minutes, 1441, bad-duration", "minutes, , missing-field",
        "goal, 0, out-of-range", "goal, 10001, out-of-range", "goal, , missing-field",
    })
    void numbers_lie_within_their_limits(String field, Integer value, String code) {
        var problem = ghouta.refusing(
                422, code, () -> berlin.post(ghouta.path("/synchronised"), with(CANDLES, field, value)));
        assertThat(problem.path("field").asString()).isEqualTo(field);
    }

    @Test
    void the_limits_themselves_are_allowed() {
        called(with(with(CANDLES, "minutes", 1), "goal", 1));
        called(with(with(CANDLES, "minutes", 1440), "goal", 10_000));
    }

    @Test
    void what_is_not_there_is_not_committed_to() {
        ghouta.refusing(404, "no-such-synchronized", () -> berlin.post(cities("none", ""), Map.of("city", "Berlin")));
        var call = called(CANDLES);
        ghouta.refusing(422, "unknown-city", () -> berlin.post(cities(call, ""), Map.of("city", "Qwertzuiop")));
        ghouta.refusing(404, "no-such-coalition", () -> outsider.post(cities(call, ""), Map.of("city", "Berlin")));
        var aleppo = campaign.coalition(berlin);
        ghouta.refusing(
                404,
                "no-such-synchronized",
                () -> berlin.post(aleppo.path("/synchronised/" + call + "/cities"), Map.of("city", "Berlin")));
    }

    @Test
    void a_wave_rolls_west() {
        var call = called(with(
                CANDLES,
                "moment",
                Map.of("start", "2026-03-28T10:00:00Z", "easternmost", "+04:00", "stepMinutes", 10)));

        assertThat(from(commit(berlin, call, "Dubai"))).isEqualTo("2026-03-28T10:00:00Z");
        assertThat(from(commit(berlin, call, "Berlin"))).isEqualTo("2026-03-28T10:30:00Z");
        assertThat(from(commit(berlin, call, "New York"))).isEqualTo("2026-03-28T11:20:00Z");
    }

    @Test
    void a_wave_has_a_start_a_step_and_an_offset_that_there_is() {
        refused(
                "missing-field",
                "moment.stepMinutes",
                with(CANDLES, "moment", Map.of("start", "2026-03-28T10:00:00Z")));
        refused(
                "out-of-range",
                "moment.stepMinutes",
                with(CANDLES, "moment", Map.of("start", "2026-03-28T10:00:00Z", "stepMinutes", 121)));
        refused(
                "bad-offset",
                "moment.easternmost",
                with(
                        CANDLES,
                        "moment",
                        Map.of("start", "2026-03-28T10:00:00Z", "stepMinutes", 5, "easternmost", "+15:00")));
        refused(
                "missing-field",
                "moment.start",
                with(CANDLES, "moment", Map.of("instant", "2026-03-28T10:00:00Z", "stepMinutes", 5)));
    }

    @Test
    void who_was_asked_is_silent_until_it_answers_and_is_reminded_once_a_day() {
        var call = called(CANDLES);
        berlin.post(call(call, "/ask"), Map.of("all", true)).done();
        assertThat(answer(call, paris)).isEqualTo("SILENT");

        berlin.post(call(call, "/remind")).done();
        ghouta.refusing(409, "reminded-lately", () -> berlin.post(call(call, "/remind")));
        ghouta.refusing(403, "not-caller", () -> paris.post(call(call, "/remind")));
        paris.post(call(call, "/answer"), Map.of("response", "takes-part-later"))
                .done();
        assertThat(answer(call, paris)).isEqualTo("LATER");
        assertThat(ghouta.writing(() -> berlin.post(call(call, "/remind")).done()))
                .isEmpty();
        commit(paris, call, "Paris");
        assertThat(answer(call, paris)).isEqualTo("CITIES");
    }

    @Test
    void how_it_went_is_measured_against_the_moment_of_the_call() {
        var call = called(with(CANDLES, "moment", Map.of("localTime", "2026-03-20T19:00")));
        commit(paris, call, "Paris");
        commit(paris, call, "Berlin");
        ghouta.refusing(
                403,
                "not-yours",
                () -> berlin.post(
                        cities(call, "/paris/report"), Map.of("localStart", "2026-03-20T19:04", "turnout", 40)));
        ghouta.refusing(422, "one-start", () -> paris.post(cities(call, "/paris/report"), Map.of("turnout", 40)));
        paris.post(cities(call, "/paris/report"), Map.of("localStart", "2026-03-20T19:05", "turnout", 40))
                .done();
        paris.post(
                        cities(call, "/berlin/report"),
                        Map.of(
                                "localStart",
                                "2026-03-20T19:06",
                                "turnout",
                                2,
                                "media",
                                List.of("https://example.org/photo")))
                .done();

        var coverage = ghouta.read(berlin, "/synchronised/" + call + "/coverage");
        var synchrony = coverage.path("synchrony");
        assertThat(synchrony.path("score").asDouble()).isEqualTo(0.5);
        assertThat(synchrony.path("turnout").asInt()).isEqualTo(42);
        assertThat(coverage.path("gaps").size()).isEqualTo(20);
        assertThat(coverage.path("gapsInReach").values().stream()
                        .map(gap -> gap.path("country").asString())
                        .distinct())
                .containsExactlyInAnyOrder("DE", "FR");
    }

    @Test
    void cities_come_page_by_page() {
        var call = called(CANDLES);
        for (var city : List.of("Berlin", "Hamburg", "Paris")) {
            commit(berlin, call, city);
        }
        var first = ghouta.read(paris, "/synchronised/" + call + "/cities?limit=2");
        assertThat(first.path("cities").size()).isEqualTo(2);
        var next = first.path("next").asString();
        var second = ghouta.read(
                paris,
                "/synchronised/" + call + "/cities?limit=2&after=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
        assertThat(second.path("cities").size()).isEqualTo(1);
        assertThat(second.has("next")).isFalse();
        assertThat(ghouta.read(paris, "/synchronised/" + call + "/cities?country=DE")
                        .path("cities")
                        .size())
                .isEqualTo(2);
    }

    private String call(String call, String below) {
        return ghouta.path("/synchronised/" + call + below);
    }

    private String answer(String call, Person of) {
        return ghouta.row(berlin, "answers", call + "+" + of.organization())
                .path("state")
                .asString();
    }

    private String called(Map<String, Object> fields) {
        return berlin.post(ghouta.path("/synchronised"), fields).id();
    }

    private String commit(Person by, String call, String city) {
        return by.post(cities(call, ""), Map.of("city", city)).id();
    }

    private void refused(String code, String field, Map<String, Object> fields) {
        var problem = ghouta.refusing(422, code, () -> berlin.post(ghouta.path("/synchronised"), fields));
        assertThat(problem.path("field").asString()).isEqualTo(field);
    }

    private String from(String action) {
        return ghouta.row(berlin, "actions", action).path("from").asString();
    }

    private List<JsonNode> cities(String call) {
        return ghouta.rows(berlin, "cities").stream()
                .filter(city -> city.path("call").asString().equals(call))
                .filter(city -> city.path("standing").asString().equals("COMMITTED"))
                .toList();
    }

    private String cities(String call, String below) {
        return ghouta.path("/synchronised/" + call + "/cities" + below);
    }
}
