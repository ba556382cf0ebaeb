package org.tansiq.gateway.actions;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.tansiq.probe.Person;

/** Free times and places nearby, by what whoever asks may see in any coalition and by nothing else. */
class FreeTimesApiTest extends PlannersTest {
    private HttpResponse<String> free(Person by, String path) {
        return by.get(actions(here) + path);
    }

    private static Stream<String> starts(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return StreamSupport.stream(json(answer).path("times").spliterator(), false)
                .map(time -> time.path("starts").asString());
    }

    @Test
    void a_free_time_is_proposed_where_nothing_that_one_sees_is_and_it_is_free_indeed() {
        var day = day();
        scheduled(berlin, here, vigil("Vigil", day + "T17:00", ", \"ends\": \"" + day + "T20:00\""));
        var ours = scheduled(paris, here, vigil("March", day + "T10:00", ""));

        var times = starts(free(paris, "/" + ours + "/free?starts=" + day + "T18:00"))
                .toList();

        assertThat(times).hasSize(5).startsWith(day + "T20:00:00", day + "T15:30:00");
        done(paris.post(
                actions(here) + "/" + ours + "/reschedule",
                "{\"starts\": \"" + times.getFirst().substring(0, 16) + "\"}"));
    }

    @Test
    void an_action_is_not_in_its_own_way() {
        var day = day();
        var ours = scheduled(paris, here, vigil("March", day + "T10:00", ""));

        assertThat(starts(free(paris, "/" + ours + "/free"))).startsWith(day + "T10:00:00");
    }

    @Test
    void what_is_hidden_leaves_no_gap() {
        var day = day();
        scheduled(berlin, here, vigil("Secret", day + "T18:00", ORG));
        var query = "/free?city=berlin&starts=" + day + "T18:00";

        assertThat(starts(free(paris, query))).startsWith(day + "T18:00:00");
        assertThat(starts(free(berlin, query))).doesNotContain(day + "T18:00:00");
    }

    @Test
    void what_one_sees_in_another_coalition_is_gone_around_too() {
        var day = day();
        scheduled(paris, elsewhere, vigil("Vigil", day + "T18:00", ""));
        var query = "/free?city=berlin&starts=" + day + "T18:00";

        assertThat(starts(free(both, query))).doesNotContain(day + "T18:00:00");
        assertThat(starts(free(berlin, query))).startsWith(day + "T18:00:00");
    }

    private static Stream<String> towns(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return StreamSupport.stream(json(answer).path("places").spliterator(), false)
                .map(place -> place.path("city").asString());
    }

    @Test
    void places_nearby_are_neighbouring_towns_where_nothing_is_then() {
        var day = day();
        var ours = scheduled(paris, here, vigil("March", day + "T18:00", "").replace("berlin", "Mannheim"));
        var path = "/" + ours + "/free?starts=" + day + "T18:00";
        var before = free(paris, path);
        assertThat(json(before).path("places")).isNotEmpty().allSatisfy(place -> {
            assertThat(place.path("metres").asLong()).isBetween(1L, 15_000L);
            assertThat(place.path("name").path("en").asString()).isNotBlank();
        });
        var taken = towns(before).findFirst().orElseThrow();

        scheduled(berlin, here, vigil("Vigil", day + "T18:00", "").replace("berlin", taken));

        assertThat(towns(free(paris, path))).isNotEmpty().doesNotContain(taken);
        assertThat(towns(free(paris, "/" + ours + "/free?starts=" + day + "T12:00")))
                .contains(taken);
    }

    @Test
    void what_is_hidden_in_a_town_nearby_leaves_it_among_those_that_are_proposed() {
        var day = day();
        var path = "/free?city=Mannheim&starts=" + day + "T18:00";
        var town = towns(free(paris, path)).findFirst().orElseThrow();

        scheduled(berlin, here, vigil("Secret", day + "T18:00", ORG).replace("berlin", town));

        assertThat(towns(free(paris, path))).contains(town);
        assertThat(towns(free(berlin, path))).doesNotContain(town);
    }

    @Test
    void what_answers_a_call_stays_in_its_city() {
        var day = day();
        var call = id(paris.post("/coalitions/" + here + "/synchronised", """
                {"title": {"en": "One hour"}, "kind": "VIGIL", "moment": {"localTime": "%sT18:00"}, "minutes": 60, "goal": 5}""".formatted(day)));
        var city =
                id(paris.post("/coalitions/" + here + "/synchronised/" + call + "/cities", "{\"city\": \"Mannheim\"}"));

        var answer = free(paris, "/" + city + "/free");

        assertThat(starts(answer)).isNotEmpty();
        assertThat(json(answer).path("places")).isEmpty();
    }

    @Test
    void of_what_one_may_not_see_nothing_is_proposed() {
        var secret = scheduled(berlin, here, vigil("Secret", day() + "T18:00", ORG));

        problem(free(paris, "/" + secret + "/free"), 404, "no-such-action");
        problem(free(paris, "/unknown/free"), 404, "no-such-action");
        problem(free(paris, "/free?city=berlin"), 422, "missing-field");
    }
}
