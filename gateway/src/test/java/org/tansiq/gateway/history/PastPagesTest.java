package org.tansiq.gateway.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tansiq.campaign.CoalitionTest;
import org.tansiq.campaign.Person;
import org.tansiq.campaign.Reply;
import org.tansiq.infra.members.Role;

/** The pages of a coalition as they once were. */
class PastPagesTest extends CoalitionTest {
    private static final List<String> PAGES =
            List.of("tasks", "actions", "synchronised", "permits", "sessions", "resources", "members");
    private static final String BANNER = "id=\"then\"";
    private static final String[] COMMANDS = {"data-api", "data-import"};
    private static final String LIVE = "data-live";

    @Test
    void a_page_shows_what_was_there_then_and_not_what_came_later() {
        var permit = task("Permit");
        var posters = task("Posters");
        paris.post(ghouta.path("/tasks/" + permit.id() + "/claim")).done();
        campaign.settle();

        var then = page(berlin, "/tasks?position=" + permit.position());
        assertThat(then)
                .contains("Permit", BANNER, "after event " + permit.position())
                .doesNotContain("Posters", "id=\"cancel-");
        assertThat(section(then, "open")).contains("Permit");
        assertThat(page(berlin, "/tasks?position=" + posters.position())).contains("Permit", "Posters");

        var now = page(berlin, "/tasks");
        assertThat(now).contains("Posters").doesNotContain(BANNER);
        assertThat(section(now, "open")).doesNotContain("Permit");
    }

    @Test
    void in_the_past_there_is_nothing_to_press_and_nothing_to_listen_to() {
        var task = task("Permit");
        berlin.post(ghouta.path("/resources"), Map.of("kind", "vehicle", "title", Map.of("en", "Van"), "quantity", 1))
                .done();
        var last = action("Vigil");
        campaign.settle();

        for (var name : PAGES) {
            assertThat(page(berlin, "/" + name)).as(name).contains(COMMANDS[0], LIVE);
            var then = page(berlin, "/" + name + "?position=" + last.position());
            assertThat(then).as(name).contains(BANNER).doesNotContain(COMMANDS).doesNotContain(LIVE);
            assertThat(then).contains(link("/" + name), link("/tasks?position=" + last.position()));
        }
        assertThat(page(berlin, "/tasks?position=" + last.position())).contains("id=\"task-" + task.id());
        assertThat(page(berlin, "/actions?position=" + last.position())).contains("id=\"action-" + last.id());
    }

    @Test
    void a_moment_is_asked_for_in_utc_as_a_form_sends_it_or_with_its_offset() {
        task("Leaflets");
        campaign.settle();

        assertThat(page(berlin, "/tasks?at=2999-01-01T00:00"))
                .contains("Leaflets", BANNER, "1 Jan 2999, 00:00\u00a0UTC")
                .doesNotContain(COMMANDS);
        assertThat(page(berlin, "/tasks?at=2999-01-01T02:00%2B03:00")).contains("31 Dec 2998, 23:00\u00a0UTC");
        assertThat(page(berlin, "/tasks?at=2018-02-24T12:00"))
                .contains(BANNER, "before anything happened")
                .doesNotContain("Leaflets");
        assertThat(page(berlin, "/tasks?position=-1")).contains("before anything happened");
    }

    @Test
    void a_field_that_was_left_empty_asks_for_the_present() {
        for (var query : List.of("at=", "position=", "at=&position=")) {
            assertThat(page(berlin, "/tasks?" + query)).contains(COMMANDS[0]).doesNotContain(BANNER);
        }
    }

    @Test
    void what_other_coalitions_did_meanwhile_is_no_moment_of_this_one() {
        var permit = task("Permit");
        var elsewhere = campaign.coalition(outsider);
        var later = outsider.post(elsewhere.path("/tasks"), Map.of("title", Map.of("en", "Elsewhere")))
                .position();

        assertThat(page(berlin, "/tasks?position=" + later))
                .contains("Permit", "after event " + permit.position())
                .doesNotContain("Elsewhere");
    }

    @Test
    void the_calendar_goes_through_its_days_at_the_same_moment() {
        for (var day = 1; day <= 16; day++) {
            action("2018-03-%02dT18:00".formatted(day), "Vigil " + day);
        }
        var last = action("2018-03-20T18:00", "The last vigil");
        campaign.settle();

        var then = page(berlin, "/actions?from=2018-03-01&position=" + last.position());
        assertThat(then)
                .contains("name=\"position\" value=\"" + last.position() + "\"")
                .contains("position=" + last.position() + "\">Later");
    }

    @ParameterizedTest
    @CsvSource({
        "at=yesterday, Not a moment of the past",
        "at=2018-02-30T12:00, Not a moment of the past",
        "at=99999-01-01T00:00, Not a moment of the past",
        "at=2018-02-24T12:00&at=2018-02-24T12:00, Not a moment of the past",
        "position=-2, Not a moment of the past",
        "position=soon, Not a moment of the past",
        "position=99999999999999999999, Not a moment of the past",
        "position=999999999, Not there yet",
        "position=0&at=2018-02-24T12:00, Two moments at once",
    })
    void what_is_no_moment_is_told_on_a_page(String query, String title) {
        for (var name : PAGES) {
            var answer = berlin.get("/coalitions/" + ghouta.id() + "/" + name + "?" + query, "Accept-Language", "en");
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.http().headers().firstValue("Content-Type").orElse(""))
                    .startsWith("text/html");
            assertThat(answer.http().body()).contains("<h1>" + title + "</h1>").doesNotContain("Exception", "??");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"position=-1", "at=nonsense", "position=999999999"})
    void the_rights_are_those_of_today(String query) {
        for (var name : PAGES) {
            assertThat(outsider.get("/coalitions/" + ghouta.id() + "/" + name + "?" + query)
                            .status())
                    .isEqualTo(404);
        }
        var auditor = campaign.person(paris.organization(), Role.AUDITOR);
        assertThat(page(auditor, "/tasks?position=-1")).contains(BANNER);
    }

    @Test
    void every_line_of_the_history_leads_to_the_page_that_shows_what_it_did() {
        var task = task("Permit");
        var action = action("Vigil");
        var call = berlin.post(
                ghouta.path("/synchronised"),
                Map.of(
                        "title",
                        Map.of("en", "Candles"),
                        "kind",
                        "vigil",
                        "moment",
                        Map.of("localTime", "2018-03-01T18:00"),
                        "minutes",
                        60,
                        "goal",
                        5));
        var offer = berlin.post(
                ghouta.path("/resources"), Map.of("kind", "vehicle", "title", Map.of("en", "Van"), "quantity", 1));
        campaign.settle();

        var history = page(berlin, "/history");
        assertThat(history)
                .contains(
                        link("/tasks?position=" + task.position()),
                        link("/actions?position=" + action.position()),
                        link("/synchronised?position=" + call.position()),
                        link("/resources?position=" + offer.position()),
                        link("/members?position=" + ghouta.log().getFirst().path("position")))
                .doesNotContain("id=\"past\"");
        assertThat(page(berlin, "/synchronised?position=" + call.position())).contains("Candles");
        assertThat(page(berlin, "/synchronised?position=" + action.position())).doesNotContain("Candles");
    }

    @Test
    void it_is_said_in_arabic_too() {
        var task = task("Permit");
        campaign.settle();

        var then = berlin.get(
                        "/coalitions/" + ghouta.id() + "/tasks?position=" + task.position(), "Accept-Language", "ar")
                .done();
        assertThat(then.http().body())
                .contains("هكذا كان الأمر", "بعد الحدث " + task.position(), "العودة إلى الآن")
                .doesNotContain("??");
    }

    private String page(Person reader, String path) {
        var answer = reader.get("/coalitions/" + ghouta.id() + path, "Accept-Language", "en")
                .done();
        assertThat(answer.http().body()).doesNotContain("??");
        return answer.http().body();
    }

    private String link(String path) {
        return "href=\"/coalitions/" + ghouta.id() + path + "\"";
    }

    private static String section(String page, String id) {
        var begin = page.indexOf("<section id=\"" + id + "\"");
        return page.substring(begin, page.indexOf("</section>", begin));
    }

    private Reply task(String title) {
        return berlin.post(ghouta.path("/tasks"), Map.of("title", Map.of("en", title)))
                .done();
    }

    private Reply action(String title) {
        return action("2018-02-24T18:00", title);
    }

    private Reply action(String starts, String title) {
        return berlin.post(
                        ghouta.path("/actions"),
                        Map.of("title", Map.of("en", title), "kind", "vigil", "city", "Paris", "starts", starts))
                .done();
    }
}
