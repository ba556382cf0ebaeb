package org.tansiq.gateway.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tansiq.campaign.CoalitionTest;
import org.tansiq.campaign.Reply;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.gateway.problems.ProblemException;
import org.tansiq.gateway.shared.AsItWas;
import org.tansiq.infra.history.History;
import org.tansiq.infra.members.Role;

/** What the views' endpoints answer when they are asked for the past. */
class AsItWasTest extends CoalitionTest {
    private static final List<String> VIEWS =
            List.of("members", "tasks", "actions", "collisions", "synchronised", "cities", "answers", "resources");

    @Autowired
    private History history;

    @Autowired
    private AsItWas asItWas;

    @Test
    void every_view_answers_as_it_did_when_it_was_live() {
        var live = new TreeMap<Long, Map<String, String>>();
        var task = task("Permit");
        remember(live);
        paris.post(ghouta.path("/tasks/" + task + "/claim")).done();
        remember(live);
        var vigil = vigil(List.of());
        remember(live);
        vigil(List.of(vigil));
        remember(live);
        berlin.post(ghouta.path("/actions/" + vigil + "/cancel")).done();
        remember(live);
        var call = berlin.post(
                        ghouta.path("/synchronised"),
                        Map.of(
                                "title",
                                Map.of("en", "One hour"),
                                "kind",
                                "VIGIL",
                                "moment",
                                Map.of("localTime", "2018-03-01T18:00"),
                                "minutes",
                                60,
                                "goal",
                                5))
                .id();
        remember(live);
        paris.post(ghouta.path("/synchronised/" + call + "/cities"), Map.of("city", "Madrid"))
                .done();
        remember(live);
        berlin.post(ghouta.path("/resources"), Map.of("kind", "vehicle", "title", Map.of("en", "Van"), "quantity", 1))
                .done();
        remember(live);

        assertThat(live).hasSize(8);
        live.forEach((position, views) -> views.forEach((view, body) -> {
            var then = berlin.get(ghouta.path("/" + view + "?position=" + position))
                    .done();
            assertThat(then.http().body()).as("%s at %s", view, position).isEqualTo(body);
            assertThat(then.position()).isEqualTo(position);
        }));
    }

    @Test
    void one_row_answers_as_it_was() {
        var opened = berlin.post(ghouta.path("/tasks"), Map.of("title", Map.of("en", "Permit")));
        var task = opened.id();
        campaign.settle();
        var open = berlin.get(ghouta.path("/tasks/" + task)).done().http().body();
        paris.post(ghouta.path("/tasks/" + task + "/claim")).done();
        campaign.settle();

        var then = berlin.get(ghouta.path("/tasks/" + task + "?position=" + opened.position()))
                .done();
        assertThat(then.http().body()).isEqualTo(open);
        assertThat(then.position()).isEqualTo(opened.position());
        assertThat(berlin.get(ghouta.path("/tasks/" + task)).done().http().body())
                .isNotEqualTo(open);
        berlin.get(ghouta.path("/tasks/" + task + "?position=" + (opened.position() - 1)))
                .refused(404, "no-such-task");
        berlin.get(ghouta.path("/members/" + paris.organization() + "?position=" + opened.position()))
                .done();
    }

    @Test
    void an_instant_is_answered_by_the_last_event_recorded_by_then() throws Exception {
        var opened = berlin.post(ghouta.path("/tasks"), Map.of("title", Map.of("en", "Permit")));
        Thread.sleep(5);
        var between = Instant.now();
        Thread.sleep(5);
        task("Posters");

        var then = at(between.toString());
        assertThat(then.items()).hasSize(1);
        assertThat(then.position()).isEqualTo(opened.position());
        var elsewhere = between.atOffset(ZoneOffset.ofHours(3)).toString();
        assertThat(at(URLEncoder.encode(elsewhere, StandardCharsets.UTF_8))
                        .http()
                        .body())
                .isEqualTo(then.http().body());
        assertThat(at("2999-01-01T00:00Z").items()).hasSize(2);
    }

    @Test
    void before_anything_happened_there_was_nothing() {
        task("Permit");

        assertThat(at("2018-02-24T12:00Z").items()).isEmpty();
        assertThat(at("2018-02-24T12:00Z").position()).isEqualTo(-1);
        for (var view : VIEWS) {
            assertThat(berlin.get(ghouta.path("/" + view + "?position=-1"))
                            .done()
                            .items())
                    .isEmpty();
        }
    }

    @Test
    void it_may_be_asked_to_wait_for_a_position_first() {
        var opened = berlin.post(ghouta.path("/tasks"), Map.of("title", Map.of("en", "Permit")));
        var position = Long.toString(opened.position());

        assertThat(berlin.get(ghouta.path("/tasks?position=" + position), "Tansiq-After", position)
                        .done()
                        .items())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "at=yesterday, bad-moment, at",
        "at=, bad-moment, at",
        "at=2018-02-24, bad-moment, at",
        "at=2018-02-24T12:00, bad-moment, at",
        "at=2018-02-30T12:00Z, bad-moment, at",
        "at=99999999999-01-01T00:00Z, bad-moment, at",
        "position=-2, bad-moment, position",
        "position=soon, bad-moment, position",
        "position=, bad-moment, position",
        "position=1.5, bad-moment, position",
        "position=99999999999999999999, bad-moment, position",
        "position=0&at=2018-02-24T12:00Z, two-moments, at",
    })
    void what_is_no_moment_is_refused(String query, String code, String field) {
        for (var path : List.of("/tasks", "/tasks/some")) {
            assertThat(berlin.get(ghouta.path(path + "?" + query))
                            .refused(400, code)
                            .path("field")
                            .asString())
                    .isEqualTo(field);
        }
    }

    @Test
    void what_the_log_has_not_reached_is_refused_and_it_says_how_far_that_is() {
        var problem = berlin.get(ghouta.path("/tasks?position=" + (history.head() + 1_000)))
                .refused(400, "position-ahead");
        assertThat(problem.path("field").asString()).isEqualTo("position");
        assertThat(problem.path("last").asLong()).isLessThan(history.head());
        berlin.get(ghouta.path("/tasks?position=" + (history.head() - 1))).done();
    }

    @ParameterizedTest
    @ValueSource(strings = {"position=-1", "at=2018-02-24T12:00Z", "at=nonsense", "position=999999999"})
    void the_rights_are_those_of_today(String query) {
        for (var path : List.of("/tasks?", "/tasks/some?")) {
            outsider.get(ghouta.path(path + query)).refused(404, "no-such-coalition");
            assertThat(campaign.client().get(ghouta.path(path + query)).statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void members_and_auditors_read_the_past() {
        for (var role : List.of(Role.MEMBER, Role.AUDITOR)) {
            campaign.person(paris.organization(), role)
                    .get(ghouta.path("/tasks?position=-1"))
                    .done();
        }
    }

    @Test
    void whoever_gets_no_turn_is_told_when_to_try_again() {
        Thread.currentThread().interrupt(); // ends the wait for a turn

        assertThatThrownBy(() -> asItWas.position(new CoalitionId(ghouta.id()), "2018-02-24T12:00Z", null))
                .isInstanceOfSatisfying(ProblemException.class, refused -> {
                    assertThat(refused.problem().status()).isEqualTo(503);
                    assertThat(refused.problem().code()).isEqualTo("too-many-replays");
                    assertThat(refused.problem().headers()).containsKey("Retry-After");
                });
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void whoever_joined_later_sees_what_was_before_and_whoever_left_sees_nothing() {
        var opened = berlin.post(ghouta.path("/tasks"), Map.of("title", Map.of("en", "Permit")));
        ghouta.admit(berlin, outsider);
        assertThat(outsider.get(ghouta.path("/tasks?position=" + opened.position()))
                        .done()
                        .items())
                .hasSize(1);

        outsider.post(ghouta.path("/leave")).done();
        campaign.settle();
        outsider.get(ghouta.path("/tasks?position=" + opened.position())).refused(404, "no-such-coalition");
    }

    @Test
    void it_is_described() {
        var description = berlin.get("/api/v1/openapi.json").done().http().body();
        assertThat(description).contains("the position of the last event of the coalition that was recorded at it");
    }

    private void remember(Map<Long, Map<String, String>> live) {
        campaign.settle();
        var views = new TreeMap<String, String>();
        for (var view : VIEWS) {
            views.put(view, berlin.get(ghouta.path("/" + view)).done().http().body());
        }
        live.put(history.head() - 1, views);
    }

    private Reply at(String instant) {
        return berlin.get(ghouta.path("/tasks?at=" + instant)).done();
    }

    private String task(String title) {
        return berlin.post(ghouta.path("/tasks"), Map.of("title", Map.of("en", title)))
                .id();
    }

    private String vigil(List<String> acknowledged) {
        return berlin.post(
                        ghouta.path("/actions"),
                        Map.of(
                                "title",
                                Map.of("en", "Vigil"),
                                "kind",
                                "vigil",
                                "city",
                                "Paris",
                                "starts",
                                "2018-02-24T18:00",
                                "acknowledged",
                                acknowledged))
                .id();
    }
}
