package org.tansiq.gateway.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.probe.CoalitionServerTest;
import org.tansiq.probe.Person;
import tools.jackson.databind.JsonNode;

/** When international bodies sit, what is prepared for it, and when it lacks. */
class SessionsOverHttpTest extends CoalitionServerTest {
    private Person mona;
    private Person adam;
    private CoalitionId ghouta;

    @BeforeEach
    void scene() {
        mona = coordinator();
        adam = coordinator();
        ghouta = coalition(mona.organization(), adam.organization());
        rowsAreThere();
    }

    private String path(String rest) {
        return "/coalitions/" + ghouta + rest;
    }

    private static String sitting(LocalDateTime from, String title, String more) {
        return """
                {"body": {"en": "Human Rights Council"}, "title": {"en": "%s"}, "place": {"en": "Geneva"},
                 "from": "%s", "until": "%s"%s}""".formatted(title, from, from.plusDays(10), more);
    }

    private LocalDateTime days(int fromNow) {
        return LocalDateTime.ofInstant(now(), ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.MINUTES)
                .plusDays(fromNow);
    }

    private String announced(int inDays, String title, int leadDays) {
        return id(mona.post(path("/sessions"), sitting(days(inDays), title, ", \"leadDays\": " + leadDays)));
    }

    private String action(String visibility) {
        return id(mona.post(path("/actions"), """
                {"title": {"en": "Before the Palais"}, "kind": "VIGIL", "city": "berlin", "starts": "2031-01-01T12:00",
                 "visibility": {"reach": "%s"}}""".formatted(visibility)));
    }

    private JsonNode preparation(Person reader) {
        rowsAreThere();
        var answer = reader.get(path("/sessions/preparation"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    @Test
    void what_lacks_comes_first_until_something_is_timed_to_it() {
        var early = announced(5, "Early", 0);
        var lacking = announced(20, "Lacking", 21);

        assertThat(preparation(adam).path(0).path("session").asString()).isEqualTo(lacking);
        assertThat(preparation(adam).path(0).path("lacks").asBoolean()).isTrue();
        assertThat(preparation(adam).path(1).path("lacks").asBoolean()).isFalse();

        var action = action("COALITION");
        var task = id(mona.post(path("/tasks"), "{\"title\": {\"en\": \"Permit\"}, \"action\": \"" + action + "\"}"));
        done(adam.post(path("/sessions/" + lacking + "/actions"), "{\"action\": \"" + action + "\"}"));

        var after = preparation(adam);
        assertThat(after.path(0).path("session").asString()).isEqualTo(early);
        assertThat(after.path(1).path("lacks").asBoolean()).isFalse();
        assertThat(after.path(1).path("actions").path(0).asString()).isEqualTo(action);
        assertThat(after.path(1).path("tasks").path(0).asString()).isEqualTo(task);

        done(mona.post(path("/actions/" + action + "/cancel"), "{}"));
        assertThat(preparation(adam).path(0).path("lacks").asBoolean()).isTrue();
    }

    @Test
    void an_action_that_one_may_not_see_is_neither_timed_nor_told() {
        var session = announced(20, "Lacking", 21);
        var hidden = action("ORG");
        rowsAreThere();

        problem(
                adam.post(path("/sessions/" + session + "/actions"), "{\"action\": \"" + hidden + "\"}"),
                404,
                "no-such-action");
        done(mona.post(path("/sessions/" + session + "/actions"), "{\"action\": \"" + hidden + "\"}"));

        assertThat(preparation(mona).path(0).path("lacks").asBoolean()).isFalse();
        assertThat(preparation(adam).path(0).path("lacks").asBoolean()).isTrue();
        for (var way : new String[] {
            "/sessions", "/sessions/" + session, "/sessions/changes?after=-1", "/sessions/preparation", "/history"
        }) {
            assertThat(adam.get(path(way)).body()).as(way).doesNotContain(hidden);
            assertThat(mona.get(path(way)).body()).as(way).contains(hidden);
        }
    }

    @Test
    void it_moves_and_is_cancelled() {
        var session = announced(20, "Thirty-seventh", 21);

        done(adam.post(path("/sessions/" + session + "/move"), sitting(days(40), "Thirty-eighth", "")));
        var moved = row(mona, ghouta, "sessions", session);
        assertThat(moved.path("title").path("en").asString()).isEqualTo("Thirty-eighth");
        assertThat(moved.path("leadDays").asInt()).isEqualTo(21);

        done(adam.post(path("/sessions/" + session + "/cancel"), "{\"message\": {\"en\": \"Strike\"}}"));
        assertThat(row(mona, ghouta, "sessions", session).path("status").asString())
                .isEqualTo("CANCELLED");
        problem(
                adam.post(path("/sessions/" + session + "/move"), sitting(days(50), "x", "")),
                409,
                "session-cancelled");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"leadDays\": 21 | \"leadDays\": 731 | out-of-range",
                "\"leadDays\": 21 | \"leadDays\": null | missing-field",
                "\"title\": {\"en\": \"x\"} | \"title\": {} | text-empty",
                "\"zone\": \"UTC\" | \"zone\": \"Nowhere\" | bad-zone",
                "\"until\": \"2031-01-02T10:00\" | \"until\": \"2031-01-01T10:00\" | end-before-start",
                "\"from\": \"2031-01-01T10:00\" | \"from\": \"soon\" | bad-time",
            })
    void what_is_no_session_is_told(String good, String bad, String code) {
        var body = "{\"title\": {\"en\": \"x\"}, \"zone\": \"UTC\", \"from\": \"2031-01-01T10:00\", \"until\":"
                + " \"2031-01-02T10:00\", \"leadDays\": 21}";

        problem(mona.post(path("/sessions"), body.replace(good, bad)), 422, code);
    }

    @Test
    void the_page_shows_what_lacks_first_in_both_languages() {
        announced(5, "Early", 0);
        announced(20, "Lacking", 21);
        rowsAreThere();
        var browser = adam.browser();
        var words = Map.of("en", "Nothing is prepared", "ar", "لا شيء جاهز");

        words.forEach((language, lacks) -> {
            var page = browser.get("/coalitions/" + ghouta + "/sessions?lang=" + language);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains(lacks, "Human Rights Council");
            assertThat(page.body().indexOf("Lacking")).isLessThan(page.body().indexOf("Early"));
        });
    }
}
