package org.tansiq.gateway.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.infra.members.Role;
import org.tansiq.probe.CoalitionServerTest;
import org.tansiq.probe.Person;
import tools.jackson.databind.JsonNode;

/** A task that is opened twice in other words is suggested, and never refused. */
class AlikeTasksTest extends CoalitionServerTest {
    private Person berlin;
    private Person paris;
    private CoalitionId coalition;

    @BeforeAll
    void people() {
        berlin = coordinator();
        paris = coordinator();
    }

    @BeforeEach
    void aCoalitionOfThem() {
        coalition = coalition(berlin.organization(), paris.organization());
        rowsAreThere();
    }

    private static String title(String language, String title, String more) {
        return "{\"title\": {\"" + language + "\": \"" + title + "\"}" + more + "}";
    }

    private String tasks() {
        return "/coalitions/" + coalition + "/tasks";
    }

    private JsonNode open(Person by, String body) {
        return done(by.post(tasks(), body));
    }

    private Stream<JsonNode> check(Person by, String body) {
        var head = history.head();
        var answer = by.post(tasks() + "/check", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(history.head()).as("nothing is written").isEqualTo(head);
        return StreamSupport.stream(json(answer).path("alike").spliterator(), false);
    }

    @Test
    void one_in_other_words_is_suggested_before_and_after_and_opened_all_the_same() {
        var first = open(berlin, title("ar", "طباعة المنشورات", "")).path("id").asString();

        assertThat(check(paris, title("ar", "طباعه منشورات", "")))
                .singleElement()
                .satisfies(alike -> {
                    assertThat(alike.path("task").asString()).isEqualTo(first);
                    assertThat(alike.path("title").path("ar").asString()).isEqualTo("طباعة المنشورات");
                    assertThat(alike.path("state").asString()).isEqualTo("OPEN");
                    assertThat(alike.path("score").asDouble()).isEqualTo(1);
                });
        var opened = open(paris, title("en", "Print flyers", ""));
        assertThat(opened.path("alike")).hasSize(1);
        assertThat(opened.path("alike").get(0).path("task").asString()).isEqualTo(first);
    }

    @Test
    void other_work_is_not_suggested() {
        open(berlin, title("en", "Print leaflets", ""));

        assertThat(check(paris, title("en", "Distribute leaflets", ""))).isEmpty();
        assertThat(open(paris, title("en", "Book a sound system", "")).path("alike"))
                .isEmpty();
    }

    @Test
    void what_is_held_is_suggested_and_what_is_done_or_cancelled_is_not() {
        var id = open(berlin, title("en", "Print leaflets", "")).path("id").asString();
        done(berlin.post(tasks() + "/" + id + "/claim"));
        assertThat(check(paris, title("en", "Leaflets: print", "")))
                .singleElement()
                .satisfies(alike -> assertThat(alike.path("state").asString()).isEqualTo("HELD"));

        done(berlin.post(tasks() + "/" + id + "/complete"));
        assertThat(check(paris, title("en", "Leaflets: print", ""))).isEmpty();

        var other = open(berlin, title("en", "Print leaflets", "")).path("id").asString();
        done(berlin.post(tasks() + "/" + other + "/cancel"));
        assertThat(check(paris, title("en", "Leaflets: print", ""))).isEmpty();
    }

    @Test
    void what_one_may_not_see_and_what_another_coalition_has_is_not_suggested() {
        open(berlin, title("en", "Print leaflets", ", \"visibility\": {\"reach\": \"ORG\"}"));
        var elsewhere = coalition(berlin.organization(), paris.organization());
        rowsAreThere();
        done(berlin.post("/coalitions/" + elsewhere + "/tasks", title("en", "Print leaflets", "")));

        assertThat(check(paris, title("en", "Print leaflets", ""))).isEmpty();
        assertThat(open(paris, title("en", "Print leaflets", "")).path("alike")).isEmpty();
        assertThat(check(berlin, title("en", "Print leaflets", ""))).hasSize(2);
    }

    @Test
    void whoever_may_not_open_one_is_refused_as_if_they_did() {
        var body = title("en", "Print leaflets", "");

        problem(person(berlin.organization(), Role.AUDITOR).post(tasks() + "/check", body), 403, "read-only-role");
        problem(coordinator().post(tasks() + "/check", body), 404, "no-such-coalition");
        problem(berlin.post(tasks() + "/check", "{}"), 422, "text-empty");
    }
}
