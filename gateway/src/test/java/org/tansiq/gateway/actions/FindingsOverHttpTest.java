package org.tansiq.gateway.actions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.gateway.shared.PublishedView;
import org.tansiq.infra.members.Role;
import org.tansiq.probe.CoalitionServerTest;
import org.tansiq.probe.LiveEars;
import org.tansiq.probe.Person;
import tools.jackson.databind.JsonNode;

/** The life of a finding, as the people of two organisations and others meet it. */
class FindingsOverHttpTest extends CoalitionServerTest {
    private static final AtomicInteger DAYS = new AtomicInteger();
    private static final String WHY = "{\"reason\": {\"en\": \"Two squares\", \"ar\": \"ساحتان\"}}";

    private Person berlin;
    private Person paris;
    private Person third;
    private CoalitionId coalition;
    private String path;

    @BeforeAll
    void people() {
        berlin = coordinator();
        paris = coordinator();
        third = coordinator();
        coalition = coalition(berlin.organization(), paris.organization(), third.organization());
        path = "/coalitions/" + coalition;
        rowsAreThere();
    }

    private static String day() {
        return LocalDate.parse("2031-01-01").plusDays(DAYS.incrementAndGet()).toString();
    }

    private static String vigil(String city, String starts, String venue, String more) {
        return """
                {"title": {"en": "Vigil for Ghouta", "ar": "وقفة من أجل الغوطة"}, "kind": "VIGIL", "city": "%s", "starts": "%s",
                 "venue": %s%s}""".formatted(city, starts, venue, more);
    }

    private static String named(String name) {
        return "{\"name\": {\"en\": \"" + name + "\"}}";
    }

    private String made(Person by, String below, String body) {
        var answer = by.post(path + below, body);
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
        return json(answer).path("id").asString();
    }

    /** The id of two of Berlin and Paris in one square. */
    private String pair() {
        var day = day();
        var one = made(berlin, "/actions", vigil("berlin", day + "T18:00", named("Alexanderplatz"), ""));
        var other = made(
                paris,
                "/actions",
                vigil("berlin", day + "T18:12", named("ألكسندر بلاتز"), ", \"acknowledged\": [\"" + one + "\"]"));
        rowsAreThere();
        return one + "+" + other;
    }

    private HttpResponse<String> say(Person by, String pair, String what, String body) {
        return by.post(path + "/collisions/" + pair + "/" + what, body);
    }

    private JsonNode row(Person reader, String pair) {
        rowsAreThere();
        var answer = reader.get(path + "/collisions/" + pair);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    @Test
    void what_was_found_says_why_without_words_and_whom_it_waits_for() {
        var row = row(berlin, pair());

        assertThat(row.path("relation").asString()).isEqualTo("SAME_EVENT");
        assertThat(row.path("score").asInt()).isBetween(60, 100);
        assertThat(row.path("grounds").toString()).contains("SAME_CITY", "MINUTES_APART", "12", "TITLES_ALIKE");
        assertThat(row.path("state").asString()).isEqualTo("OPEN");
        assertThat(texts(row.path("waitsFor")))
                .containsExactly(berlin.organization().value());
    }

    @Test
    void both_sides_hear_of_it_and_of_what_is_said_of_it() throws Exception {
        try (var here = new LiveEars(port, berlin, coalition, PublishedView.COLLISIONS);
                var there = new LiveEars(port, paris, coalition, PublishedView.COLLISIONS)) {
            var pair = pair();
            for (var ears : List.of(here, there)) {
                var heard = JSON.readTree(ears.next());
                while (heard.path("row").path("score").isMissingNode()) {
                    heard = JSON.readTree(ears.next());
                }
                assertThat(heard.path("id").asString()).isEqualTo(pair);
            }
            done(say(berlin, pair, "seen", "{}"));
            for (var ears : List.of(here, there)) {
                var heard = JSON.readTree(ears.next());
                while (heard.path("row").path("seenBy").isEmpty()) {
                    heard = JSON.readTree(ears.next());
                }
                assertThat(texts(heard.path("row").path("seenBy")))
                        .containsExactly(berlin.organization().value());
            }
        }
    }

    @Test
    void it_is_done_when_both_sides_go_on_and_either_order_of_the_two_names_it() {
        var pair = pair();
        var ids = pair.split("\\+", -1);

        done(say(berlin, ids[1] + "+" + ids[0], "acknowledge", WHY));

        var row = row(paris, pair);
        assertThat(row.path("state").asString()).isEqualTo("ACKNOWLEDGED");
        assertThat(row.path("waitsFor").isEmpty()).isTrue();
        assertThat(row.path("acknowledged").get(0).path("reason").path("ar").asString())
                .isEqualTo("ساحتان");
        var head = history.head();
        done(say(berlin, pair, "acknowledge", WHY));
        assertThat(history.head()).isEqualTo(head);
    }

    @Test
    void going_on_without_a_reason_is_refused() {
        var pair = pair();
        problem(say(berlin, pair, "acknowledge", "{}"), 422, "missing-field");
        problem(say(berlin, pair, "acknowledge", "{\"reason\": {\"en\": \" \"}}"), 422, "text-empty");
    }

    @Test
    void what_is_different_stays_so_and_moves_without_being_asked() {
        var pair = pair();
        var other = pair.split("\\+", -1)[1];
        done(say(berlin, pair, "different", WHY));
        problem(say(paris, pair, "acknowledge", WHY), 409, "said-different");
        var starts = row(paris, pair).path("from").asString().substring(0, 10) + "T18:20";

        made(paris, "/actions/" + other + "/reschedule", "{\"starts\": \"" + starts + "\"}");

        var row = row(paris, pair);
        assertThat(row.path("state").asString()).isEqualTo("DIFFERENT");
        assertThat(row.path("different").path("by").asString())
                .isEqualTo(berlin.organization().value());
        assertThat(events(berlin, coalition, 0).stream()
                        .filter(event -> event.equals("actions.FindingSaidDifferent"))
                        .count())
                .isPositive();
        assertThat(row.path("score").isMissingNode()).as("never raised again").isTrue();
    }

    @Test
    void the_same_sheet_again_raises_nothing_that_was_said_to_be_different() {
        var day = day();
        var sheet = ("row,title,city,venue,starts,organisation\n1,Vigil,Berlin,Alexanderplatz," + day
                        + "T18:00,Greens\n2,Sit-in,Berlin,Alexanderplatz," + day + "T18:30,Union\n")
                .getBytes(UTF_8);
        importing(sheet);
        rowsAreThere();
        var pair = rows(berlin, coalition, "collisions")
                .valueStream()
                .filter(row -> row.path("from").asString().startsWith(day))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
        done(say(berlin, pair, "different", "{}"));
        var head = history.head();

        importing(sheet);
        rowsAreThere();

        assertThat(row(berlin, pair).path("state").asString()).isEqualTo("DIFFERENT");
        assertThat(history.head()).isEqualTo(head);
    }

    private void importing(byte[] sheet) {
        var answer = berlin.client()
                .send(
                        "POST",
                        "/api/v1" + path + "/actions/import?acknowledge=all",
                        BodyPublishers.ofByteArray(sheet),
                        berlin.with("Content-Type", "text/csv"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void who_organises_neither_reads_it_and_decides_nothing() {
        var pair = pair();
        assertThat(row(third, pair).path("score").isMissingNode()).isFalse();
        for (var what : List.of("seen", "acknowledge", "different")) {
            problem(say(third, pair, what, WHY), 403, "not-organizer");
        }
        var auditor = person(berlin.organization(), Role.AUDITOR);
        problem(say(auditor, pair, "seen", "{}"), 403, "read-only-role");
    }

    @Test
    void what_is_no_pair_and_what_one_may_not_see_of_answer_alike() {
        var pair = pair();
        var ids = pair.split("\\+", -1);
        made(paris, "/actions/" + ids[1] + "/show", "{\"visibility\": {\"reach\": \"ORG\"}}");
        rowsAreThere();
        for (var what : List.of("seen", "acknowledge", "different")) {
            for (var no : List.of(pair, ids[0] + "+nothing", ids[0] + "+" + ids[0], ids[0], "+", "a+b+c")) {
                problem(say(berlin, no, what, WHY), 404, "no-such-collision");
            }
        }
        assertThat(berlin.get(path + "/collisions/" + pair).statusCode()).isEqualTo(404);
        assertThat(berlin.get(path + "/history").body().lines())
                .noneMatch(line -> line.contains("Finding") && line.contains(ids[1]));
        assertThat(paris.get(path + "/history").body().lines())
                .anyMatch(line -> line.contains("FindingRaised") && line.contains(ids[1]));
    }

    @Test
    void who_does_not_see_a_venue_is_not_told_that_it_is_the_same() {
        var pair = pair();
        var ids = pair.split("\\+", -1);
        made(paris, "/actions/" + ids[1] + "/show", "{\"venueVisibility\": {\"reach\": \"ORG\"}}");

        var row = row(berlin, pair);

        assertThat(row.path("relation").asString()).isEqualTo("OVERLAP");
        assertThat(row.path("score").isMissingNode()).isTrue();
        assertThat(row.path("grounds").toString()).doesNotContain("VENUE", "MINUTES_APART");
        assertThat(row(paris, pair).path("relation").asString()).isEqualTo("SAME_EVENT");
    }

    @Test
    void towns_that_touch_are_found_and_hidden_from_who_does_not_see_both_venues() {
        var day = day();
        // Both ends of the bridge of Glienicke, 60 metres apart, 24 km from the middle of Berlin.
        var here = made(
                berlin,
                "/actions",
                vigil("Berlin", day + "T18:00", "{\"latitude\": 52.4136, \"longitude\": 13.0906}", ""));
        var there = made(
                paris,
                "/actions",
                vigil("Potsdam", day + "T18:00", "{\"latitude\": 52.4134, \"longitude\": 13.0898}", ""));
        rowsAreThere();
        var pair = here + "+" + there;
        assertThat(row(berlin, pair).path("grounds").toString()).contains("CITIES_TOUCH", "VENUES_APART");
        done(say(berlin, pair, "seen", "{}"));

        made(paris, "/actions/" + there + "/show", "{\"venueVisibility\": {\"reach\": \"ORG\"}}");
        rowsAreThere();

        assertThat(berlin.get(path + "/collisions/" + pair).statusCode()).isEqualTo(404);
        problem(say(berlin, pair, "acknowledge", WHY), 404, "no-such-collision");
        assertThat(row(paris, pair).path("id").asString()).isEqualTo(pair);
    }

    @Test
    void of_two_who_schedule_the_same_vigil_one_is_scheduled_and_one_is_told() throws Exception {
        for (var round = 0; round < 5; round++) {
            var day = day();
            var barrier = new CyclicBarrier(2);
            var answers = new ArrayList<HttpResponse<String>>();
            try (var threads = Executors.newFixedThreadPool(2)) {
                var racers = List.of(berlin, paris).stream()
                        .<Callable<HttpResponse<String>>>map(racer -> () -> {
                            barrier.await();
                            return racer.post(
                                    path + "/actions", vigil("berlin", day + "T18:00", named("Alexanderplatz"), ""));
                        })
                        .toList();
                for (var racer : threads.invokeAll(racers)) {
                    answers.add(racer.get());
                }
            }
            assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(201, 409);
            var told = answers.stream()
                    .filter(answer -> answer.statusCode() == 409)
                    .findFirst()
                    .orElseThrow();
            assertThat(told.body()).contains("actions-collide", "Alexanderplatz");
        }
    }

    @Test
    void pages_say_why_in_both_languages_until_the_two_are_different() {
        var pair = pair();
        var day = row(berlin, pair).path("from").asString().substring(0, 10);
        var calendar = "/coalitions/" + coalition + "/actions?from=" + day;
        for (var where : List.of(calendar, "/")) {
            assertThat(page(berlin, where, "en")).contains("same city, 12 min apart", "Perhaps the same action", pair);
            assertThat(page(berlin, where, "ar"))
                    .contains("المدينة نفسها", "بفارق 12 د", "ربما التحرك نفسه", "dir=\"rtl\"");
        }
        assertThat(page(paris, "/", "en"))
                .as("they acknowledged it when they scheduled theirs")
                .doesNotContain(pair);
        assertThat(page(third, calendar, "en")).contains("12 min apart").doesNotContain(pair + "/seen");

        done(say(berlin, pair, "different", "{}"));
        rowsAreThere();

        for (var where : List.of(calendar, "/")) {
            assertThat(page(berlin, where, "en")).doesNotContain(pair);
        }
        assertThat(row(berlin, pair).path("state").asString()).isEqualTo("DIFFERENT");
    }

    private static String page(Person reader, String path, String language) {
        var answer = reader.client().get(path, reader.with("Accept-Language", language));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }
}
