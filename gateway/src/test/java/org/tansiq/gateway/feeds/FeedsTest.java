package org.tansiq.gateway.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tansiq.domain.members.AdmitObserver;
import org.tansiq.domain.members.DismissObserver;
import org.tansiq.domain.members.LeaveCoalition;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.infra.members.Role;
import org.tansiq.infra.tokens.TokenSecret;
import org.tansiq.probe.Client;
import org.tansiq.probe.CoalitionServerTest;
import org.tansiq.probe.Person;
import tools.jackson.databind.JsonNode;

/** A person makes a calendar of what they see, and programs read it by its secret address until it ends. */
class FeedsTest extends CoalitionServerTest {
    private static final String FEEDS = "/api/v1/me/feeds";
    private static final Pattern SEQUENCE = Pattern.compile("SEQUENCE:(\\d+)");

    private Person steward;
    private Person mona;
    private Client browser;
    private CoalitionId ghouta;

    @BeforeAll
    void scene() {
        steward = coordinator();
        mona = coordinator();
        browser = mona.browser();
        ghouta = coalition(steward.organization(), mona.organization());
        rowsAreThere();
    }

    private static HttpResponse<String> making(Client browser, String body) {
        return browser.json(FEEDS, body, "X-CSRF-TOKEN", browser.token("/sign-in"));
    }

    private JsonNode made(Client by, CoalitionId coalition, String more) {
        var answer = making(by, "{\"coalition\": \"" + coalition + "\"" + more + "}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json(answer);
    }

    private String path(String more) {
        return made(browser, ghouta, more).path("path").asString();
    }

    private String whole() {
        return path(", \"subject\": \"COALITION\"");
    }

    private String scheduled(Person by, CoalitionId coalition, String title, String day, String more) {
        return id(by.post("/coalitions/" + coalition + "/actions", """
                {"title": {"en": "%s", "ar": "وقفة %s"}, "kind": "VIGIL", "city": "berlin", "starts": "%sT12:00", "ends": "%sT13:00",
                 "venue": {"name": {"en": "Square of %s"}, "latitude": 52.5, "longitude": 13.4}%s}""".formatted(title, title, day, day, title, more)));
    }

    /** As it is once all that is in the log shows. */
    private String read(String path) {
        rowsAreThere();
        var answer = client().get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/calendar;charset=UTF-8");
        assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store", "private");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        try {
            assertThat(new CalendarBuilder()
                            .build(new StringReader(answer.body()))
                            .validate(true)
                            .getEntries())
                    .isEmpty();
        } catch (Exception unreadable) {
            throw new AssertionError(answer.body(), unreadable);
        }
        return answer.body().replace("\r\n ", "");
    }

    private void isGone(String path) {
        rowsAreThere();
        var answer = client().get(path);
        problem(answer, 404, "no-such-path");
        var secret = path.substring("/feeds/".length(), path.indexOf(".ics"));
        var unknown = client().get(path.replace(secret, "unknown"));
        assertThat(answer.body().replace(secret, "unknown")).isEqualTo(unknown.body());
        assertThat(answer.headers().map().keySet())
                .isEqualTo(unknown.headers().map().keySet());
    }

    @Test
    void a_feed_shows_what_its_maker_sees_to_whoever_has_its_address() {
        var action = scheduled(steward, ghouta, "Candles", "2031-01-01", "");
        var own = scheduled(steward, ghouta, "Whispers", "2031-01-03", ", \"visibility\": {\"reach\": \"ORG\"}");
        var inside = scheduled(steward, ghouta, "Hidden", "2031-01-05", ", \"venueVisibility\": {\"reach\": \"ORG\"}");
        var later = scheduled(
                steward,
                ghouta,
                "Embargo",
                "2031-01-07",
                ", \"visibility\": {\"reach\": \"COALITION\", \"embargo\": \"2030-12-31T00:00:00Z\"}");
        var made = made(browser, ghouta, ", \"subject\": \"COALITION\"");
        var path = made.path("path").asString();

        assertThat(path).matches("/feeds/tansiq_[A-Za-z0-9_-]{43}\\.ics\\?lang=en");
        var shown = read(path);
        assertThat(shown)
                .contains(
                        "UID:" + action + "@tansiq",
                        "SUMMARY:Candles",
                        "LOCATION:Square of Candles\\, Berlin",
                        "GEO:52.5;13.4",
                        "DTSTART;TZID=Europe/Berlin:20310101T120000",
                        "STATUS:CONFIRMED",
                        "X-WR-CALNAME:Calendar",
                        "UID:" + inside + "@tansiq",
                        "SUMMARY:Hidden")
                .doesNotContain(own, later, "Whispers", "Embargo", "Square of Hidden", "Coalition");
        var hidden = shown.substring(shown.indexOf("UID:" + inside));
        assertThat(hidden.substring(0, hidden.indexOf("END:VEVENT")))
                .contains("LOCATION:Berlin")
                .doesNotContain("GEO:");
        assertThat(read(path.replace("lang=en", "lang=ar"))).contains("SUMMARY:وقفة Candles", "X-WR-CALNAME:تقويم");
        var secret = path.substring("/feeds/".length(), path.indexOf(".ics"));
        assertThat(browser.get(FEEDS).body() + browser.get("/feeds").body())
                .contains(made.path("id").asString())
                .doesNotContain(secret, TokenSecret.hash(secret));
    }

    @Test
    void a_change_raises_the_sequence_and_what_was_cancelled_stays() {
        var city = scheduled(mona, ghouta, "Moving", "2031-02-01", "");
        var path = path(", \"subject\": \"ORGANIZATION\", \"of\": \"" + mona.organization() + "\"");
        var first = sequence(read(path), city);
        done(mona.post(
                "/coalitions/" + ghouta + "/actions/" + city + "/reschedule", "{\"starts\": \"2031-02-02T23:30\"}"));
        var second = sequence(read(path), city);
        done(mona.post("/coalitions/" + ghouta + "/actions/" + city + "/cancel", "{\"message\": {\"en\": \"Rain\"}}"));
        var third = read(path);

        assertThat(second).isGreaterThan(first);
        assertThat(sequence(third, city)).isGreaterThan(second);
        assertThat(third).contains("STATUS:CANCELLED", "Rain", "DTSTART;TZID=Europe/Berlin:20310202T233000");
    }

    private static long sequence(String calendar, String action) {
        var event = calendar.substring(calendar.indexOf("UID:" + action));
        var found = SEQUENCE.matcher(event);
        assertThat(found.find()).isTrue();
        return Long.parseLong(found.group(1));
    }

    @Test
    void a_feed_is_of_a_coalition_an_organisation_a_city_or_a_call() {
        scheduled(steward, ghouta, "Stewards", "2031-03-01", "");
        scheduled(mona, ghouta, "Monas", "2031-03-03", "");
        var call = id(mona.post("/coalitions/" + ghouta + "/synchronised", """
                {"title": {"en": "One hour"}, "kind": "VIGIL", "moment": {"localTime": "2031-03-05T18:00"}, "minutes": 60, "goal": 5,
                 "hashtags": []}"""));
        done(mona.post("/coalitions/" + ghouta + "/synchronised/" + call + "/cities", "{\"city\": \"madrid\"}"));
        rowsAreThere();

        assertThat(read(whole())).contains("SUMMARY:Stewards", "SUMMARY:Monas", "SUMMARY:One hour");
        assertThat(read(path(", \"subject\": \"ORGANIZATION\", \"of\": \"" + steward.organization() + "\"")))
                .contains("SUMMARY:Stewards")
                .doesNotContain("SUMMARY:Monas", "SUMMARY:One hour");
        assertThat(read(path(", \"subject\": \"CITY\", \"of\": \"Madrid\"")))
                .contains("SUMMARY:One hour")
                .doesNotContain("SUMMARY:Monas", "SUMMARY:Stewards");
        assertThat(read(path(", \"subject\": \"SYNCHRONISED\", \"of\": \"" + call + "\"")))
                .contains("SUMMARY:One hour", "DTSTART;TZID=Europe/Madrid:20310305T180000")
                .doesNotContain("SUMMARY:Monas", "SUMMARY:Stewards");
    }

    @Test
    void it_names_the_coalition_only_if_its_maker_wished_so() {
        assertThat(read(path(", \"subject\": \"COALITION\", \"named\": true"))).contains("X-WR-CALNAME:Coalition");
        assertThat(read(whole())).contains("X-WR-CALNAME:Calendar");
    }

    @Test
    void one_that_is_revoked_is_as_one_that_never_was() {
        var made = made(browser, ghouta, ", \"subject\": \"COALITION\"");
        var path = made.path("path").asString();
        read(path);

        assertThat(revoking(coordinator().browser(), made).statusCode()).isEqualTo(404);
        read(path);
        assertThat(revoking(browser, made).statusCode()).isEqualTo(204);

        isGone(path);
        problem(revoking(browser, made), 404, "no-such-feed");
    }

    private static HttpResponse<String> revoking(Client by, JsonNode made) {
        return by.send(
                "DELETE",
                FEEDS + "/" + made.path("id").asString(),
                BodyPublishers.noBody(),
                "X-CSRF-TOKEN",
                by.token("/sign-in"));
    }

    @Test
    void it_ends_with_its_maker_s_being_locked_out_or_signed_out_everywhere_for_good() {
        var locked = person(mona.organization(), Role.MEMBER);
        var lockedFeed = made(locked.browser(), ghouta, ", \"subject\": \"COALITION\"")
                .path("path")
                .asString();
        var left = person(mona.organization(), Role.MEMBER);
        var leftFeed = made(left.browser(), ghouta, ", \"subject\": \"COALITION\"")
                .path("path")
                .asString();
        read(lockedFeed);

        accounts.lock(personId(locked), true);
        accounts.signOut(personId(left), now().plusMillis(1));

        isGone(lockedFeed);
        isGone(leftFeed);
        var erased = person(mona.organization(), Role.MEMBER);
        var erasedFeed = made(erased.browser(), ghouta, ", \"subject\": \"COALITION\"")
                .path("path")
                .asString();
        accounts.erase(personId(erased));
        isGone(erasedFeed);
    }

    @Test
    void it_ends_with_membership_and_coming_back_brings_none_back() {
        var leaving = coordinator();
        letIn(ghouta, steward.organization(), leaving.organization());
        rowsAreThere();
        var path = made(leaving.browser(), ghouta, ", \"subject\": \"COALITION\"")
                .path("path")
                .asString();
        read(path);

        carryOut(new LeaveCoalition(ghouta, leaving.organization(), now()), leaving.organization());
        isGone(path);
        letIn(ghouta, steward.organization(), leaving.organization());
        isGone(path);
    }

    @Test
    void an_observer_has_feeds_while_watching_and_an_auditor_none() {
        var observer = coordinator();
        carryOut(
                new AdmitObserver(ghouta, observer.organization(), steward.organization(), now()),
                steward.organization());
        var auditor = coordinator();
        audits(auditor, ghouta, steward.organization(), mona.organization());
        rowsAreThere();
        var path = made(observer.browser(), ghouta, ", \"subject\": \"COALITION\"")
                .path("path")
                .asString();
        read(path);

        problem(
                making(auditor.browser(), "{\"coalition\": \"" + ghouta + "\", \"subject\": \"COALITION\"}"),
                403,
                "recorded-reading-only");
        carryOut(
                new DismissObserver(ghouta, observer.organization(), steward.organization(), now()),
                steward.organization());
        isGone(path);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"subject\": \"COALITION\"} | 422 | missing-field",
                "{\"coalition\": \"GHOUTA\"} | 422 | missing-field",
                "{\"coalition\": \"GHOUTA\", \"subject\": \"ALL\"} | 422 | bad-value",
                "{\"coalition\": \"GHOUTA\", \"subject\": \"CITY\"} | 422 | missing-field",
                "{\"coalition\": \"GHOUTA\", \"subject\": \"SYNCHRONISED\", \"of\": \"x\"} | 404 | no-such-synchronized",
                "{\"coalition\": \"GHOUTA\", \"subject\": \"ORGANIZATION\", \"of\": \"x\"} | 404 | no-such-organization",
                "{\"coalition\": \"nowhere\", \"subject\": \"COALITION\"} | 404 | no-such-coalition",
            })
    void what_makes_no_feed_is_told(String body, int status, String code) {
        problem(making(browser, body.replace("GHOUTA", ghouta.value())), status, code);
    }

    @Test
    void an_organisation_that_does_not_belong_has_none_here() {
        problem(
                making(
                        browser,
                        "{\"coalition\": \"" + ghouta + "\", \"subject\": \"ORGANIZATION\", \"of\": \"" + organization()
                                + "\"}"),
                404,
                "no-such-organization");
    }

    @Test
    void a_token_makes_and_lists_none() {
        problem(
                mona.post("/me/feeds", "{\"coalition\": \"" + ghouta + "\", \"subject\": \"COALITION\"}"),
                403,
                "session-needed");
        problem(mona.get("/me/feeds"), 403, "session-needed");
    }

    @ParameterizedTest
    @CsvSource({"en, Calendar feeds, All actions", "ar, اشتراكات التقويم, كل التحركات"})
    void the_page_shows_them_in_both_languages(String language, String title, String what) {
        whole();

        var page = mona.browser().get("/feeds?lang=" + language);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains(title, what);
    }
}
