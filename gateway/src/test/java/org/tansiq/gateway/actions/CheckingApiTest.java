package org.tansiq.gateway.actions;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tansiq.domain.members.AdmitObserver;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.infra.members.Role;
import org.tansiq.infra.tokens.Scope;
import org.tansiq.probe.Person;
import org.tansiq.probe.Tokens;
import tools.jackson.databind.JsonNode;

/** Being warned before a plan is sent, by what its maker may see in any coalition and by nothing else. */
class CheckingApiTest extends PlannersTest {
    private JsonNode check(Person by, CoalitionId coalition, String body) {
        return check(by, coalition, "", body);
    }

    /** Nothing is written by it. */
    private JsonNode check(Person by, CoalitionId coalition, String query, String body) {
        rowsAreThere(); // and what is found by itself
        var head = history.head();
        var answer = by.post(actions(coalition) + "/check" + query, body, "Accept-Language", "en");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(history.head()).isEqualTo(head);
        return json(answer);
    }

    private static Stream<JsonNode> findings(JsonNode checked) {
        return StreamSupport.stream(checked.path("findings").spliterator(), false);
    }

    @Test
    void what_would_collide_is_found_with_all_that_one_wants_to_know_of_it() {
        var day = day();
        var venue =
                ", \"venue\": {\"name\": {\"en\": \"Alexanderplatz\"}, \"latitude\": 52.5219, \"longitude\": 13.4132}";
        var first = scheduled(berlin, here, vigil("Vigil for Ghouta", day + "T18:00", venue));

        var found = check(
                        paris,
                        here,
                        vigil(
                                "A vigil for Ghouta",
                                day + "T18:12",
                                ", \"venue\": {\"latitude\": 52.5225, \"longitude\": 13.4138}"))
                .path("findings");

        assertThat(found).hasSize(1);
        var finding = found.get(0);
        assertThat(finding.path("action").asString()).isEqualTo(first);
        assertThat(finding.path("coalition").asString()).isEqualTo(here.value());
        assertThat(finding.path("title").path("en").asString()).isEqualTo("Vigil for Ghouta");
        assertThat(finding.path("localFrom").asString()).startsWith(day + "T18:00");
        assertThat(finding.path("venue").path("en").asString()).isEqualTo("Alexanderplatz");
        assertThat(finding.path("relation").asString()).isEqualTo("same_event");
        assertThat(finding.path("score").asDouble()).isBetween(0.7, 1.0);
        assertThat(finding.path("why").asString())
                .startsWith("same city, 12 min apart, venues 7")
                .endsWith(" m apart, titles alike");
        assertThat(finding.path("hard").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"T19:30, '', 0", "T19:29, '', 1", "T16:00, T18:00, 0", "T16:00, T18:01, 1"})
    void windows_are_half_open_and_a_missing_end_is_ninety_minutes_on(String starts, String ends, int found) {
        var day = day();
        scheduled(berlin, here, vigil("Vigil", day + "T18:00", ""));
        var end = ends.isEmpty() ? "" : ", \"ends\": \"" + day + ends + "\"";

        assertThat(findings(check(paris, here, vigil("Rally", day + starts, end))))
                .hasSize(found);
    }

    @Test
    void a_city_and_a_start_are_enough_and_a_start_without_a_city_is_not() {
        var day = day();
        scheduled(berlin, here, vigil("Vigil", day + "T18:00", ""));

        var checked = check(paris, here, "{\"city\": \"برلين\", \"starts\": \"" + day + "T18:00\"}");

        assertThat(findings(checked)).hasSize(1);
        refused(422, "missing-field", "{\"starts\": \"" + day + "T18:00\"}");
        refused(422, "missing-field", "{\"city\": \"berlin\"}");
        refused(422, "unknown-city", "{\"city\": \"Berlni\", \"starts\": \"" + day + "T18:00\"}");
        refused(422, "end-before-start", vigil("Rally", day + "T18:00", ", \"ends\": \"" + day + "T17:00\""));
        refused(422, "bad-hashtag", vigil("Rally", day + "T18:00", ", \"hashtags\": [\"a b\"]"));
    }

    private void refused(int status, String code, String body) {
        var head = history.head();
        problem(paris.post(actions(here) + "/check", body), status, code);
        assertThat(history.head()).isEqualTo(head);
    }

    @Test
    void another_city_and_what_was_cancelled_are_not_found() {
        var day = day();
        var cancelled = scheduled(berlin, here, vigil("Vigil", day + "T18:00", ""));
        done(berlin.post(actions(here) + "/" + cancelled + "/cancel"));
        scheduled(berlin, here, vigil("Vigil", day + "T18:00", "").replace("berlin", "hamburg"));

        assertThat(findings(check(paris, here, vigil("Rally", day + "T18:00", ""))))
                .isEmpty();
    }

    @Test
    void a_neighbouring_town_across_the_street_is_a_warning_and_not_in_the_way() {
        var day = day();
        var bridge = ", \"venue\": {\"latitude\": 52.4135, \"longitude\": 13.0905}";
        scheduled(berlin, here, vigil("Vigil", day + "T18:00", bridge));
        var across = vigil("Vigil", day + "T18:00", ", \"venue\": {\"latitude\": 52.4133, \"longitude\": 13.0890}")
                .replace("berlin", "Potsdam");

        var found = check(paris, here, across).path("findings");

        assertThat(found).hasSize(1);
        assertThat(found.get(0).path("hard").asBoolean()).isFalse();
        var answer = done(paris.post(actions(here), across));
        assertThat(answer.path("warnings")).hasSize(1);
    }

    @Test
    void an_action_that_is_moved_is_not_in_its_own_way() {
        var day = day();
        var ours = scheduled(berlin, here, vigil("Vigil", day + "T18:00", ""));
        var other = scheduled(paris, here, vigil("March", day + "T21:00", ""));

        assertThat(findings(check(berlin, here, "?moving=" + ours, "{\"starts\": \"" + day + "T18:30\"}")))
                .isEmpty();
        assertThat(findings(check(berlin, here, "?moving=" + ours, "{\"starts\": \"" + day + "T20:00\"}")))
                .singleElement()
                .satisfies(
                        finding -> assertThat(finding.path("action").asString()).isEqualTo(other));
        problem(
                berlin.post(actions(here) + "/check?moving=unknown", "{\"starts\": \"" + day + "T20:00\"}"),
                404,
                "no-such-action");
    }

    @Test
    void what_one_may_not_see_is_neither_named_nor_counted_and_the_command_says_that_something_is_there() {
        var day = day();
        scheduled(berlin, here, vigil("Secret", day + "T18:00", ORG));
        var wanted = vigil("Rally", day + "T18:00", "");

        assertThat(findings(check(paris, here, wanted))).isEmpty();
        assertThat(findings(check(berlin, here, wanted))).hasSize(1);
        problem(paris.post(actions(here), wanted), 409, "something-planned");
    }

    @Test
    void a_venue_that_one_may_not_see_says_nothing_in_why() {
        var day = day();
        var venue =
                ", \"venue\": {\"name\": {\"en\": \"Alexanderplatz\"}, \"latitude\": 52.5219, \"longitude\": 13.4132},"
                        + " \"venueVisibility\": {\"reach\": \"ORG\"}";
        scheduled(berlin, here, vigil("Vigil", day + "T18:00", venue));
        var there = vigil("Vigil", day + "T18:00", ", \"venue\": {\"name\": {\"en\": \"Alexanderplatz\"}}");

        var answer = check(paris, here, there);

        assertThat(findings(answer)).singleElement().satisfies(finding -> {
            assertThat(finding.has("venue")).isFalse();
            assertThat(finding.path("why").asString()).contains("venue not known");
        });
        assertThat(check(berlin, here, there).toString()).contains("same venue");
    }

    @Test
    void across_coalitions_one_is_warned_of_what_one_sees_in_both_and_nothing_is_in_the_way() {
        var day = day();
        var there = scheduled(paris, elsewhere, vigil("Vigil", day + "T18:00", ""));
        var wanted = vigil("Rally", day + "T18:00", "");

        var found = check(both, here, wanted).path("findings");

        assertThat(found).hasSize(1);
        assertThat(found.get(0).path("action").asString()).isEqualTo(there);
        assertThat(found.get(0).path("coalition").asString()).isEqualTo(elsewhere.value());
        assertThat(found.get(0).path("hard").asBoolean()).isFalse();
        assertThat(findings(check(berlin, here, wanted)))
                .as("who does not belong there")
                .isEmpty();
        var warned = done(both.post(actions(here), wanted)).path("warnings");
        assertThat(warned).hasSize(1);
        assertThat(warned.get(0).path("action").asString()).isEqualTo(there);
    }

    @Test
    void what_is_hidden_in_another_coalition_stays_hidden() {
        var day = day();
        scheduled(paris, elsewhere, vigil("Secret", day + "T18:00", ORG));

        assertThat(findings(check(both, here, vigil("Rally", day + "T18:00", ""))))
                .isEmpty();
        assertThat(done(both.post(actions(here), vigil("Rally", day + "T18:00", "")))
                        .path("warnings"))
                .isEmpty();
    }

    @Test
    void what_is_public_elsewhere_is_told_without_an_id_and_without_its_coalition() {
        var day = day();
        var there = scheduled(paris, elsewhere, vigil("Open to all", day + "T18:00", PUBLIC));

        var answer = check(berlin, here, vigil("Rally", day + "T18:00", ""));

        assertThat(findings(answer)).singleElement().satisfies(finding -> {
            assertThat(finding.path("title").path("en").asString()).isEqualTo("Open to all");
            assertThat(finding.path("hard").asBoolean()).isFalse();
        });
        assertThat(answer.toString()).doesNotContain(there, elsewhere.value());
    }

    @Test
    void a_token_for_one_coalition_knows_of_no_other() {
        var day = day();
        scheduled(paris, elsewhere, vigil("Vigil", day + "T18:00", ""));
        var secret = Tokens.make(tokens, personId(both), Scope.ACT, here, Duration.ofHours(1));
        var within = new Person(both.client(), both.login(), both.organization(), secret);

        assertThat(findings(check(within, here, vigil("Rally", day + "T18:00", ""))))
                .isEmpty();
    }

    @Test
    void an_observer_of_the_other_coalition_is_warned_and_its_auditor_is_not_for_nothing_would_record_it() {
        var observer = coordinator();
        var auditor = coordinator();
        var mine = coalition(observer.organization(), auditor.organization());
        carryOut(
                new AdmitObserver(elsewhere, observer.organization(), paris.organization(), now()),
                paris.organization());
        audits(auditor, elsewhere, paris.organization(), both.organization());
        rowsAreThere();
        var day = day();
        scheduled(paris, elsewhere, vigil("Vigil", day + "T18:00", ""));

        assertThat(findings(check(observer, mine, vigil("Rally", day + "T18:00", ""))))
                .hasSize(1);
        assertThat(findings(check(auditor, mine, vigil("Rally", day + "T18:00", ""))))
                .isEmpty();
    }

    @Test
    void whoever_may_not_schedule_is_refused_as_if_they_did() {
        var auditor = person(berlin.organization(), Role.AUDITOR);
        var wanted = vigil("Rally", day() + "T18:00", "");

        problem(auditor.post(actions(here) + "/check", wanted), 403, "read-only-role");
        problem(berlin.post(actions(elsewhere) + "/check", wanted), 404, "no-such-coalition");
    }

    @Test
    void the_check_says_free_and_the_command_is_right_when_somebody_else_was_faster() {
        var day = day();
        var wanted = vigil("Rally", day + "T18:00", "");
        assertThat(findings(check(paris, here, wanted))).isEmpty();

        var faster = scheduled(berlin, here, vigil("Vigil", day + "T18:30", ""));

        var problem = problem(paris.post(actions(here), wanted), 409, "actions-collide");
        assertThat(problem.path("collisions").get(0).path("id").asString()).isEqualTo(faster);
        assertThat(findings(check(paris, here, wanted))).hasSize(1);
    }

    @RepeatedTest(5)
    void of_two_who_plan_at_the_same_moment_in_two_coalitions_one_at_least_is_told() throws Exception {
        var wanted = vigil("Rally", day() + "T18:00", "");
        var barrier = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var racers = Stream.of(here, elsewhere)
                    .<Callable<HttpResponse<String>>>map(coalition -> () -> {
                        barrier.await();
                        return both.post(actions(coalition), wanted);
                    })
                    .toList();
            var told = 0;
            for (var answer : threads.invokeAll(racers)) {
                told += done(answer.get()).path("warnings").size();
            }
            assertThat(told).isPositive();
        }
    }

    @Test
    void the_strongest_comes_first() {
        var day = day();
        var other = scheduled(
                berlin,
                here,
                vigil("Exhibition", day + "T17:00", ", \"venue\": {\"name\": {\"en\": \"Tempelhof field\"}}"));
        var same = scheduled(
                berlin,
                here,
                vigil(
                        "Vigil",
                        day + "T18:00",
                        ", \"venue\": {\"name\": {\"en\": \"Pariser Platz\"}}, \"acknowledged\": [\"" + other + "\"]"));

        assertThat(findings(check(
                                paris,
                                here,
                                vigil("Vigil", day + "T18:00", ", \"venue\": {\"name\": {\"en\": \"Pariser Platz\"}}")))
                        .map(finding -> finding.path("action").asString()))
                .containsExactly(same, other);
    }

    @Test
    void moving_an_action_answers_with_what_it_has_to_do_with_there() {
        var day = day();
        scheduled(paris, elsewhere, vigil("Vigil", day + "T18:00", ""));
        var ours = scheduled(both, here, vigil("Rally", day + "T10:00", ""));

        var moved = done(both.post(actions(here) + "/" + ours + "/reschedule", "{\"starts\": \"" + day + "T18:00\"}"));

        assertThat(moved.path("warnings")).hasSize(1);
        assertThat(done(both.post(actions(here) + "/" + ours + "/reschedule", "{\"starts\": \"" + day + "T11:00\"}"))
                        .path("warnings"))
                .isEmpty();
    }

    @Test
    void hashtags_are_proposed_as_the_command_would() {
        done(berlin.post("/coalitions/" + here + "/hashtags", "{\"language\": \"en\", \"tag\": \"SaveGhouta\"}"));
        rowsAreThere();

        var checked = check(paris, here, vigil("Rally", day() + "T18:00", ", \"hashtags\": [\"#save_algouta\"]"));

        assertThat(checked.path("hashtags").get(0).path("proposed").asString()).isEqualTo("#SaveGhouta");
    }
}
