package org.tansiq.gateway.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.fortuna.ical4j.data.CalendarBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.gateway.shared.BodyLimit;
import org.tansiq.probe.CoalitionServerTest;
import org.tansiq.probe.Person;
import tools.jackson.databind.JsonNode;

/** A body's calendar is rehearsed, imported, imported again, and goes out as a feed that others import. */
class SessionImportTest extends CoalitionServerTest {
    private static final String FILE = """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//x//EN
            BEGIN:VEVENT
            UID:hrc-62
            SEQUENCE:2
            SUMMARY:Sixty-second session
            LOCATION:Geneva
            DTSTART;TZID=Europe/Zurich:20300909T090000
            DTEND;TZID=Europe/Zurich:20301004T180000
            END:VEVENT
            BEGIN:VEVENT
            UID:hrc-63
            SUMMARY:الدورة الثالثة والستون
            DTSTART;VALUE=DATE:20310224
            DTEND;VALUE=DATE:20310405
            END:VEVENT
            BEGIN:VEVENT
            UID:bad
            SUMMARY:The thirtieth of February
            DTSTART:20310230T090000Z
            END:VEVENT
            END:VCALENDAR
            """;

    private Person mona;
    private CoalitionId ghouta;

    @BeforeEach
    void scene() {
        mona = coordinator();
        ghouta = coalition(mona.organization());
        rowsAreThere();
    }

    private static HttpResponse<String> handed(Person by, String path, String type, String file) {
        return by.client().send("POST", "/api/v1" + path, BodyPublishers.ofString(file), by.with("Content-Type", type));
    }

    private JsonNode imported(CoalitionId coalition, String query, String file) {
        var answer = handed(mona, "/coalitions/" + coalition + "/sessions/import" + query, "text/calendar", file);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        rowsAreThere();
        return json(answer);
    }

    private JsonNode imported(String file) {
        return imported(ghouta, "?dry-run=false&body=Human%20Rights%20Council", file);
    }

    private JsonNode sessions(CoalitionId coalition) {
        rowsAreThere();
        return json(mona.get("/coalitions/" + coalition + "/sessions"));
    }

    private String first() {
        for (var row : sessions(ghouta)) {
            if (row.path("title").toString().contains("Sixty")) {
                return row.path("id").asString();
            }
        }
        throw new AssertionError(sessions(ghouta).toString());
    }

    private static void counts(JsonNode report, int fresh, int moved, int cancelled, int unchanged, int older) {
        assertThat(List.of("new", "moved", "cancelled", "unchanged", "older").stream()
                        .map(name -> report.path(name).asInt()))
                .as(report.toString())
                .containsExactly(fresh, moved, cancelled, unchanged, older);
    }

    @Test
    void unless_it_is_said_otherwise_it_is_rehearsed_and_nothing_changes() {
        var report = imported(ghouta, "", FILE);

        counts(report, 2, 0, 0, 0, 0);
        assertThat(report.path("dryRun").asBoolean()).isTrue();
        assertThat(report.path("unreadable").asInt()).isEqualTo(1);
        assertThat(report.path("zone").asString()).isEqualTo("UTC");
        assertThat(report.path("position").asInt()).isEqualTo(-1);
        var bad = report.path("items").path(2);
        assertThat(bad.path("line").asInt()).isEqualTo(18);
        assertThat(bad.path("problem").path("code").asString()).isEqualTo("bad-time");
        assertThat(bad.path("message").asString()).contains("18", "DTSTART").doesNotContain("{");
        assertThat(report.path("items").path(1).path("notes").path(0).asString())
                .isEqualTo("WHOLE_DAYS");
        assertThat(sessions(ghouta)).isEmpty();
    }

    @Test
    void it_is_imported_once_however_often_it_comes() {
        counts(imported(FILE), 2, 0, 0, 0, 0);
        var row = row(mona, ghouta, "sessions", first());
        assertThat(row.path("body").path("en").asString()).isEqualTo("Human Rights Council");
        assertThat(row.path("from").asString()).isEqualTo("2030-09-09T07:00:00Z");
        assertThat(row.path("leadDays").asInt()).isEqualTo(21);

        counts(imported(FILE), 0, 0, 0, 2, 0);
        assertThat(sessions(ghouta)).hasSize(2);
    }

    @Test
    void what_moved_moves_what_is_older_is_ignored_and_what_is_cancelled_is_cancelled() {
        imported(FILE);
        var session = first();
        var later = FILE.replace("20300909T09", "20300916T09").replace("SEQUENCE:2", "SEQUENCE:3");

        counts(imported(later), 0, 1, 0, 1, 0);
        assertThat(row(mona, ghouta, "sessions", session).path("from").asString())
                .isEqualTo("2030-09-16T07:00:00Z");
        counts(imported(FILE), 0, 0, 0, 1, 1);
        assertThat(row(mona, ghouta, "sessions", session).path("from").asString())
                .isEqualTo("2030-09-16T07:00:00Z");
        counts(imported(later.replace("Sixty-second", "Sixty-second regular")), 0, 1, 0, 1, 0);
        var off = later.replace("SEQUENCE:3", "SEQUENCE:4\nSTATUS:CANCELLED");
        counts(imported(off), 0, 0, 1, 1, 0);
        assertThat(row(mona, ghouta, "sessions", session).path("status").asString())
                .isEqualTo("CANCELLED");
        counts(imported(off), 0, 0, 0, 2, 0);
        var again = imported(later.replace("SEQUENCE:3", "SEQUENCE:5"));
        assertThat(again.path("items").path(0).path("problem").path("code").asString())
                .isEqualTo("session-cancelled");
    }

    @Test
    void what_was_changed_by_hand_stays_until_the_calendar_changes() {
        imported(FILE);
        var session = first();
        done(mona.post("/coalitions/" + ghouta + "/sessions/" + session + "/move", """
                {"title": {"en": "Sixty-second"}, "zone": "Europe/Zurich", "from": "2030-09-10T09:00", "until": "2030-10-04T18:00"}"""));
        rowsAreThere();

        counts(imported(FILE), 0, 0, 0, 2, 0);
        counts(imported(FILE.replace("20300909T09", "20300911T09")), 0, 1, 0, 1, 0);
        assertThat(row(mona, ghouta, "sessions", session).path("from").asString())
                .isEqualTo("2030-09-11T07:00:00Z");
    }

    @Test
    void the_same_calendar_in_another_coalition_gives_sessions_of_its_own() {
        var aleppo = coalition(mona.organization());
        rowsAreThere();
        imported(FILE);
        counts(imported(aleppo, "?dry-run=false", FILE), 2, 0, 0, 0, 0);

        assertThat(sessions(aleppo).path(0).path("id").asString())
                .isNotIn(
                        sessions(ghouta).path(0).path("id").asString(),
                        sessions(ghouta).path(1).path("id").asString());
    }

    @Test
    void of_two_states_in_one_file_the_later_counts() {
        var two = FILE.replace(
                "BEGIN:VEVENT\nUID:bad",
                "BEGIN:VEVENT\nUID:hrc-62\nSEQUENCE:1\nSUMMARY:Earlier\nDTSTART:20300101T090000Z\nEND:VEVENT\nBEGIN:VEVENT\nUID:bad");

        counts(imported(two), 2, 0, 0, 0, 1);
        assertThat(row(mona, ghouta, "sessions", first()).path("from").asString())
                .isEqualTo("2030-09-09T07:00:00Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "?zone=Nowhere | BEGIN:VCALENDAR | 422 | bad-zone",
                "?dry-run=false | BEGIN:VCALENDAR | 422 | calendar-broken",
                "?dry-run=false | hello | 422 | calendar-broken",
            })
    void what_is_no_calendar_changes_nothing(String query, String file, int status, String code) {
        problem(
                handed(mona, "/coalitions/" + ghouta + "/sessions/import" + query, "text/calendar", file),
                status,
                code);
        assertThat(sessions(ghouta)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lead-days=731", "body"})
    void what_is_asked_for_besides_is_measured_for_each(String query) {
        var wanted = query.startsWith("body") ? "body=" + "x".repeat(201) : query;
        var report = imported(ghouta, "?dry-run=false&" + wanted, FILE);

        assertThat(report.path("unreadable").asInt()).isEqualTo(3);
        assertThat(sessions(ghouta)).isEmpty();
    }

    @Test
    void no_file_is_larger_than_a_sheet_may_be_and_none_is_of_another_kind() {
        var path = "/coalitions/" + ghouta + "/sessions/import";

        assertThat(handed(mona, path, "text/calendar", "x".repeat(BodyLimit.IMPORT_BYTES_MAX + 1))
                        .statusCode())
                .isEqualTo(413);
        assertThat(handed(mona, path, "text/csv", FILE).statusCode()).isEqualTo(415);
    }

    @Test
    void whoever_does_not_belong_imports_nothing() {
        var stranger = coordinator();

        problem(
                handed(stranger, "/coalitions/" + ghouta + "/sessions/import?dry-run=false", "text/calendar", FILE),
                404,
                "no-such-coalition");
    }

    private String feed() {
        rowsAreThere();
        var browser = mona.browser();
        var made = browser.json(
                "/api/v1/me/feeds",
                "{\"coalition\": \"" + ghouta + "\", \"subject\": \"SESSIONS\"}",
                "X-CSRF-TOKEN",
                browser.token("/sign-in"));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return json(made).path("path").asString();
    }

    private static Map<String, String> sittings(JsonNode rows) {
        var sittings = new TreeMap<String, String>();
        for (var row : rows) {
            sittings.put(
                    row.path("title").toString(),
                    row.path("body") + " " + row.path("place") + " " + row.path("zone") + " " + row.path("from") + " "
                            + row.path("until") + " " + row.path("leadDays"));
        }
        return sittings;
    }

    @Test
    void the_feed_of_the_sessions_is_valid_and_gives_the_same_ones_to_another_coalition() throws Exception {
        imported(FILE);
        done(mona.post("/coalitions/" + ghouta + "/sessions", """
                {"body": {"en": "Council; of, all", "ar": "مجلس"}, "title": {"ar": "دورة \\"خاصة\\"، عاجلة", "en": "Special, urgent; session \\\\ 1"},
                 "place": {"en": "Geneva", "ar": "جنيف"}, "zone": "Europe/Berlin", "from": "2030-10-27T01:30", "until": "2030-10-27T18:00", "leadDays": 3}"""));
        var feed = feed();

        var calendar = client().get(feed).body();

        assertThat(new CalendarBuilder()
                        .build(new StringReader(calendar))
                        .validate(true)
                        .getEntries())
                .isEmpty();
        assertThat(calendar).contains("SUMMARY:Sixty-second session", "Human Rights Council");
        var aleppo = coalition(mona.organization());
        rowsAreThere();
        counts(imported(aleppo, "?dry-run=false", calendar), 3, 0, 0, 0, 0);
        assertThat(sittings(sessions(aleppo))).hasSize(3).isEqualTo(sittings(sessions(ghouta)));
        var arabic = client().get(feed.replace("lang=en", "lang=ar")).body();
        counts(imported(aleppo, "?dry-run=false", arabic), 0, 0, 0, 3, 0);
        counts(imported(ghouta, "?dry-run=false", calendar), 0, 0, 0, 3, 0);
    }

    @Test
    void the_feed_warns_names_what_is_timed_and_keeps_what_was_cancelled() {
        var soon = now().plusSeconds(86_400).toString().substring(0, 16);
        var session = id(mona.post("/coalitions/" + ghouta + "/sessions", """
                {"title": {"en": "Soon"}, "from": "%s", "until": "2040-01-01T00:00", "leadDays": 21}""".formatted(soon)));
        var feed = feed();
        assertThat(unfolded(feed)).contains("Nothing is prepared", "STATUS:CONFIRMED");

        var action = id(mona.post("/coalitions/" + ghouta + "/actions", """
                {"title": {"en": "Before the Palais"}, "kind": "VIGIL", "city": "berlin", "starts": "2031-01-01T12:00"}"""));
        done(mona.post(
                "/coalitions/" + ghouta + "/sessions/" + session + "/actions", "{\"action\": \"" + action + "\"}"));
        assertThat(unfolded(feed)).contains("Before the Palais").doesNotContain("Nothing is prepared");

        done(mona.post("/coalitions/" + ghouta + "/sessions/" + session + "/cancel", "{}"));
        assertThat(unfolded(feed)).contains("STATUS:CANCELLED", "UID:" + session + "@tansiq");
    }

    private String unfolded(String feed) {
        rowsAreThere();
        return client().get(feed).body().replace("\r\n ", "");
    }

    @ParameterizedTest
    @CsvSource({"en, Import a calendar, Move or correct", "ar, استيراد تقويم, نقل أو تصحيح"})
    void the_page_has_the_forms_in_both_languages(String language, String imports, String moves) {
        imported(FILE);

        var page = mona.browser().get("/coalitions/" + ghouta + "/sessions?lang=" + language);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains(imports, moves, "value=\"2030-09-09T09:00\"", "data-type=\"text/calendar\"");
    }
}
