package org.tansiq.gateway.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.gateway.shared.PublishedView;
import org.tansiq.probe.CoalitionServerTest;
import org.tansiq.probe.LiveEars;
import org.tansiq.probe.Person;
import tools.jackson.databind.JsonNode;

/** Hiding, showing, running into what is hidden, and embargoes, as members meet them. */
class ShowingOverHttpTest extends CoalitionServerTest {
    private static final String ORG = "{\"reach\": \"ORG\"}";
    private static final String ALL = "{\"reach\": \"COALITION\"}";

    private final AtomicInteger days = new AtomicInteger();
    private Person berlin;
    private Person paris;
    private CoalitionId coalition;
    private String path;

    @BeforeAll
    void people() {
        berlin = coordinator();
        paris = coordinator();
        coalition = coalition(berlin.organization(), paris.organization());
        path = "/coalitions/" + coalition;
        rowsAreThere();
    }

    private String day() {
        return LocalDate.parse("2030-01-01").plusDays(days.incrementAndGet()).toString();
    }

    private static String vigil(String title, String day, String more) {
        return """
                {"title": {"en": "%s"}, "kind": "VIGIL", "city": "berlin", "starts": "%sT18:00",
                 "venue": {"name": {"en": "Backyard"}}%s}""".formatted(title, day, more);
    }

    private String hiddenVigil(String day) {
        return made(berlin, "/actions", vigil("Secret", day, ", \"visibility\": " + ORG));
    }

    private String made(Person by, String below, String body) {
        var answer = by.post(path + below, body);
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
        return json(answer).path("id").asString();
    }

    private JsonNode row(Person reader, String below) {
        rowsAreThere();
        var answer = reader.get(path + below);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    @Test
    void running_into_what_is_hidden_says_that_something_is_there_and_nothing_of_it() {
        var day = day();
        var secret = hiddenVigil(day);

        var answer = paris.post(path + "/actions", vigil("Ours", day, ""));

        var problem = problem(answer, 409, "something-planned");
        assertThat(problem.path("unseen").asBoolean()).isTrue();
        assertThat(problem.path("collisions")).isEmpty();
        assertThat(problem.path("detail").asString())
                .contains("Something is planned there at that time; its organisers have been told.");
        assertThat(answer.body())
                .doesNotContain(
                        secret, "Secret", "Backyard", berlin.organization().value());
    }

    @Test
    void its_organisers_are_told_once_who_it_was_and_when() {
        var day = day();
        var secret = hiddenVigil(day);
        for (var again = 0; again < 3; again++) {
            problem(paris.post(path + "/actions", vigil("Ours", day, "")), 409, "something-planned");
        }

        var approaches = row(berlin, "/actions/" + secret).path("approaches");

        assertThat(approaches).hasSize(1);
        assertThat(approaches.get(0).path("by").asString())
                .isEqualTo(paris.organization().value());
        assertThat(approaches.get(0).path("from").asString()).isEqualTo(day + "T17:00:00Z");
        assertThat(events(berlin, coalition, 0)).contains("actions.ActionApproached");
        assertThat(events(paris, coalition, 0)).doesNotContain("actions.ActionApproached");
    }

    @Test
    void who_plans_in_secret_too_is_not_named() {
        var day = day();
        var secret = hiddenVigil(day);

        problem(
                paris.post(path + "/actions", vigil("Ours", day, ", \"visibility\": " + ORG)),
                409,
                "something-planned");

        var approaches = row(berlin, "/actions/" + secret).path("approaches");
        assertThat(approaches).hasSize(1);
        assertThat(approaches.get(0).has("by")).isFalse();
    }

    @Test
    void whoever_goes_ahead_all_the_same_does_and_finds_nothing_of_it_in_what_they_wrote() {
        var day = day();
        var secret = hiddenVigil(day);

        var ours = made(paris, "/actions", vigil("Ours", day, ", \"acknowledgeUnseen\": true"));

        assertThat(row(paris, "/collisions").toString()).doesNotContain(secret);
        assertThat(ids(row(berlin, "/collisions"))).contains(secret + "+" + ours);
        var line = paris.get(path + "/history")
                .body()
                .lines()
                .filter(one -> one.contains("ActionScheduled") && one.contains(ours))
                .findFirst()
                .orElseThrow();
        assertThat(line).contains("\"withheld\":[\"acknowledged\"]").doesNotContain(secret);
    }

    @Test
    void what_may_be_seen_must_still_be_acknowledged_by_name() {
        var day = day();
        var secret = hiddenVigil(day);
        var open = made(berlin, "/actions", vigil("Open", day, ", \"acknowledged\": [\"" + secret + "\"]"));

        var problem = problem(
                paris.post(path + "/actions", vigil("Ours", day, ", \"acknowledgeUnseen\": true")),
                409,
                "something-planned");

        assertThat(ids(problem.path("collisions"))).containsExactly(open);
        made(
                paris,
                "/actions",
                vigil("Ours", day, ", \"acknowledgeUnseen\": true, \"acknowledged\": [\"" + open + "\"]"));
    }

    @Test
    void moving_onto_it_says_the_same() {
        var day = day();
        hiddenVigil(day);
        var ours = made(paris, "/actions", vigil("Ours", day(), ""));

        problem(
                paris.post(path + "/actions/" + ours + "/reschedule", "{\"starts\": \"" + day + "T18:30\"}"),
                409,
                "something-planned");
    }

    @Test
    void a_sheet_that_runs_into_it_is_told_and_a_rehearsal_is_told_nothing() {
        var day = day();
        var secret = hiddenVigil(day);
        var sheet = "title,city,starts,venue\nOurs,Berlin," + day + " 18:00,Square\n";

        var rehearsed = imported(sheet, "?dry-run=true");
        assertThat(rehearsed.path("colliding").asInt()).isZero();
        assertThat(row(berlin, "/actions/" + secret).path("approaches")).isEmpty();

        var report = imported(sheet, "");
        assertThat(report.path("colliding").asInt()).isOne();
        assertThat(report.path("items").get(0).path("unseen").asBoolean()).isTrue();
        assertThat(report.path("items").get(0).path("message").asString()).contains("something is planned there");
        assertThat(report.toString()).doesNotContain(secret, "Secret");
        assertThat(row(berlin, "/actions/" + secret).path("approaches")).hasSize(1);
    }

    private JsonNode imported(String sheet, String how) {
        var answer = paris.client()
                .send(
                        "POST",
                        "/api/v1" + path + "/actions/import" + how,
                        BodyPublishers.ofString(sheet),
                        paris.with("Content-Type", "text/csv"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    @Test
    void whoever_saw_a_thing_hears_when_it_is_hidden_and_when_it_is_back_and_others_hear_nothing() throws Exception {
        var seen = made(paris, "/tasks", "{\"title\": {\"en\": \"Seen\"}}");
        var never = made(paris, "/tasks", "{\"title\": {\"en\": \"Never\"}, \"visibility\": " + ORG + "}");
        rowsAreThere();
        try (var live = new LiveEars(port, berlin, coalition, PublishedView.TASKS)) {
            for (var task : List.of(never, seen)) {
                made(
                        paris,
                        "/tasks/" + task + "/show",
                        "{\"visibility\": {\"reach\": \"ORG\", \"embargo\": \"2150-01-01T00:00:00Z\"}}");
            }
            var gone = JSON.readTree(live.next());
            assertThat(gone.path("op").asString()).isEqualTo("remove");
            assertThat(gone.path("id").asString()).isEqualTo(seen);

            made(paris, "/tasks/" + seen + "/show", "{\"visibility\": " + ALL + "}");
            var back = JSON.readTree(live.next());
            assertThat(back.path("op").asString()).isEqualTo("put");
            assertThat(back.path("row").path("title").path("en").asString()).isEqualTo("Seen");
            assertThat(live.waiting()).isEmpty();
        }
        var changes = berlin.get(path + "/tasks/changes?after=-1").body();
        assertThat(changes).contains(seen).doesNotContain(never);
    }

    @Test
    void a_collision_is_heard_of_when_the_other_action_may_be_seen_and_gone_when_it_may_not() throws Exception {
        var day = day();
        var secret = hiddenVigil(day);
        var ours = made(paris, "/actions", vigil("Ours", day, ", \"acknowledgeUnseen\": true"));
        rowsAreThere();
        var pair = secret + "+" + ours;
        try (var live = new LiveEars(port, paris, coalition, PublishedView.COLLISIONS)) {
            made(berlin, "/actions/" + secret + "/show", "{\"visibility\": " + ALL + "}");
            assertThat(JSON.readTree(live.next()).path("id").asString()).isEqualTo(pair);

            made(berlin, "/actions/" + secret + "/show", "{\"visibility\": " + ORG + "}");
            var gone = JSON.readTree(live.next());
            assertThat(gone.path("op").asString()).isEqualTo("remove");
            assertThat(gone.path("id").asString()).isEqualTo(pair);
        }
    }

    @Test
    void an_embargo_ends_when_it_is_due_by_an_event_of_the_automation() throws Exception {
        var due = now().plusSeconds(2);
        var task = made(paris, "/tasks", """
                {"title": {"en": "Soon"}, "visibility": {"reach": "COALITION", "embargo": "%s"}}""".formatted(due));
        rowsAreThere();
        assertThat(berlin.get(path + "/tasks/" + task).statusCode()).isEqualTo(404);

        var patience = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        HttpResponse<String> answer;
        do {
            Thread.sleep(100);
            answer = berlin.get(path + "/tasks/" + task);
        } while (answer.statusCode() == 404 && System.nanoTime() < patience);

        assertThat(answer.statusCode()).isEqualTo(200);
        var lifted = berlin.get(path + "/history")
                .body()
                .lines()
                .filter(line -> line.contains(task) && line.contains("TaskShown"))
                .toList();
        assertThat(lifted).hasSize(1);
        assertThat(lifted.getFirst()).contains("\"person\":\"automation\"", "\"command\":\"tasks.LiftTaskEmbargo\"");
    }

    @Test
    void whoever_opened_it_need_not_wait() {
        var task = made(paris, "/tasks", """
                {"title": {"en": "Later"}, "visibility": {"reach": "COALITION", "embargo": "2150-01-01T00:00:00Z"}}""");
        rowsAreThere();
        assertThat(berlin.get(path + "/tasks/" + task).statusCode()).isEqualTo(404);

        assertThat(paris.post(path + "/tasks/" + task + "/lift-embargo").statusCode())
                .isEqualTo(200);

        row(berlin, "/tasks/" + task);
    }

    @Test
    void of_the_past_one_sees_what_one_saw_then_less_what_one_may_not_see_now() {
        var shown = made(paris, "/tasks", "{\"title\": {\"en\": \"Before\"}}");
        rowsAreThere();
        var before = history.head() - 1;
        assertThat(row(berlin, "/tasks?position=" + before).toString()).contains(shown);

        made(paris, "/tasks/" + shown + "/show", "{\"visibility\": " + ORG + "}");
        rowsAreThere();
        var hidden = history.head() - 1;
        assertThat(row(berlin, "/tasks?position=" + before).toString()).doesNotContain(shown);

        made(paris, "/tasks/" + shown + "/show", "{\"visibility\": " + ALL + "}");
        rowsAreThere();
        assertThat(row(berlin, "/tasks?position=" + before).toString()).contains(shown);
        assertThat(row(berlin, "/tasks?position=" + hidden).toString()).doesNotContain(shown);
    }

    @Test
    void who_is_named_must_be_known() {
        problem(paris.post(path + "/tasks", """
                        {"title": {"en": "T"}, "visibility": {"reach": "NAMED", "named": ["nobody-here"]}}"""), 404, "no-such-organization");
        problem(
                paris.post(path + "/tasks", "{\"title\": {\"en\": \"T\"}, \"visibility\": {\"reach\": \"NAMED\"}}"),
                422,
                "nobody-named");
    }

    private static List<String> ids(JsonNode rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.path("id").asString())
                .toList();
    }
}
