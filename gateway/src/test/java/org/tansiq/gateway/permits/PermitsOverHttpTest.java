package org.tansiq.gateway.permits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.infra.members.Role;
import org.tansiq.probe.CoalitionServerTest;
import org.tansiq.probe.Person;
import tools.jackson.databind.JsonNode;

/** How actions stand with those who permit them, and which of them need somebody. */
class PermitsOverHttpTest extends CoalitionServerTest {
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

    private LocalDate days(int fromNow) {
        return LocalDate.ofInstant(now(), ZoneId.of("Europe/Berlin")).plusDays(fromNow);
    }

    private String action(String kind, int inDays, String more) {
        return id(mona.post(path("/actions"), """
                {"title": {"en": "In %d days"}, "kind": "%s", "city": "berlin", "starts": "%sT12:00",
                 "venue": {"name": {"en": "Backyard"}}%s}""".formatted(inDays, kind, days(inDays), more)));
    }

    private String vigil(int inDays) {
        return action("VIGIL", inDays, "");
    }

    private static String said(String state, String note) {
        return "{\"state\": \"" + state + "\", \"note\": {\"en\": \"" + note + "\"}}";
    }

    private void report(String action, String state, String note) {
        done(mona.post(path("/actions/" + action + "/permit"), said(state, note)));
    }

    private JsonNode permit(Person reader, String action) {
        return row(reader, ghouta, "permits", action);
    }

    private List<String> wanting(Person reader) {
        rowsAreThere();
        var answer = reader.get(path("/permits/wanting"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer)
                .valueStream()
                .map(one -> one.path("action").asString() + " "
                        + one.path("urgency").asString())
                .toList();
    }

    @Test
    void it_is_told_by_an_organiser_and_read_by_all() {
        var vigil = vigil(60);
        assertThat(permit(adam, vigil).path("state").asString()).isEqualTo("TO_BE_ASKED");
        assertThat(permit(adam, vigil).has("by")).isFalse();

        report(vigil, "GRANTED", "LKA 541/18");

        var permit = permit(adam, vigil);
        assertThat(permit.path("state").asString()).isEqualTo("GRANTED");
        assertThat(permit.path("note").path("en").asString()).isEqualTo("LKA 541/18");
        assertThat(permit.path("by").asString()).isEqualTo(mona.organization().value());
        assertThat(permit.path("askBy").asString()).isEqualTo(days(46).toString());
        problem(adam.post(path("/actions/" + vigil + "/permit"), said("REFUSED", "x")), 403, "not-organizer");
        assertThat(events(adam, ghouta, 0)).contains("permits.PermitReported");
    }

    @Test
    void of_a_cancelled_action_nothing_is_told() {
        var vigil = vigil(3);
        done(mona.post(path("/actions/" + vigil + "/cancel"), "{}"));

        problem(mona.post(path("/actions/" + vigil + "/permit"), said("ASKED", "x")), 409, "action-cancelled");
        assertThat(wanting(mona)).isEmpty();
    }

    @Test
    void what_needs_somebody_is_listed_with_the_most_urgent_first() {
        var soon = vigil(20);
        var late = vigil(10);
        var refused = vigil(90);
        var unanswered = vigil(2);
        report(refused, "REFUSED", "Too many");
        report(unanswered, "ASKED", "By telephone");
        vigil(22);
        action("MEETING", 1, "");
        report(vigil(5), "GRANTED", "LKA");
        report(vigil(6), "NOT_NEEDED", "Private ground");

        assertThat(wanting(adam))
                .containsExactly(refused + " REFUSED", unanswered + " LATE", late + " LATE", soon + " SOON");
    }

    @Test
    void how_early_a_city_wants_to_be_asked_one_coordinator_says_for_all() {
        var vigil = vigil(10);
        assertThat(wanting(mona)).containsExactly(vigil + " LATE");

        var berlin = id(adam.post(path("/cities/Berlin/lead-time"), "{\"days\": 2}"));

        assertThat(wanting(mona)).isEmpty();
        assertThat(permit(mona, vigil).path("askBy").asString()).isEqualTo(days(8).toString());
        var known = json(mona.get(path("/lead-times/" + berlin)));
        assertThat(known.path("days").asInt()).isEqualTo(2);
        assertThat(known.path("by").asString()).isEqualTo(adam.organization().value());
        problem(mona.get(path("/lead-times/madrid")), 404, "no-such-lead-time");
        problem(
                person(adam.organization(), Role.MEMBER).post(path("/cities/berlin/lead-time"), "{\"days\": 3}"),
                403,
                "coordinator-only");
    }

    @Test
    void one_that_moves_to_another_day_is_to_be_asked_for_again() {
        var vigil = vigil(60);
        report(vigil, "GRANTED", "LKA 541/18");

        done(mona.post(path("/actions/" + vigil + "/reschedule"), "{\"starts\": \"" + days(60) + "T15:00\"}"));
        assertThat(permit(adam, vigil).path("state").asString()).isEqualTo("GRANTED");

        done(mona.post(path("/actions/" + vigil + "/reschedule"), "{\"starts\": \"" + days(9) + "T15:00\"}"));
        assertThat(permit(adam, vigil).path("state").asString()).isEqualTo("TO_BE_ASKED");
        assertThat(permit(adam, vigil).path("lapsed").asString()).isEqualTo("GRANTED");
        assertThat(wanting(adam)).containsExactly(vigil + " LATE");
    }

    @Test
    void whoever_does_not_see_the_action_finds_nothing_of_its_permit() {
        var hidden = action("VIGIL", 3, ", \"visibility\": {\"reach\": \"ORG\"}");
        report(hidden, "REFUSED", "Backyard it is");

        assertThat(wanting(mona)).containsExactly(hidden + " REFUSED");
        assertThat(wanting(adam)).isEmpty();
        problem(adam.get(path("/permits/" + hidden)), 404, "no-such-action");
        problem(adam.post(path("/actions/" + hidden + "/permit"), said("ASKED", "x")), 404, "no-such-action");
        for (var way : List.of("/permits", "/permits/changes?after=-1", "/history")) {
            assertThat(adam.get(path(way)).body()).as(way).doesNotContain(hidden, "Backyard");
            assertThat(mona.get(path(way)).body()).as(way).contains(hidden, "Backyard");
        }
    }

    @Test
    void whoever_does_not_see_the_venue_reads_no_note() {
        var vigil = action("VIGIL", 3, ", \"venueVisibility\": {\"reach\": \"ORG\"}");
        report(vigil, "REFUSED", "Backyard it is");

        assertThat(permit(adam, vigil).path("state").asString()).isEqualTo("REFUSED");
        for (var way : List.of("/permits/" + vigil, "/permits", "/permits/changes?after=-1", "/history")) {
            assertThat(adam.get(path(way)).body()).as(way).contains(vigil).doesNotContain("Backyard");
            assertThat(mona.get(path(way)).body()).as(way).contains("Backyard");
        }
    }

    @Test
    void an_action_that_is_hidden_later_takes_its_permit_along() {
        var vigil = vigil(60);
        report(vigil, "ASKED", "x");
        var before = row(adam, ghouta, "permits", vigil);
        assertThat(before.path("state").asString()).isEqualTo("ASKED");
        rowsAreThere();
        var position = adam.get(path("/permits"))
                .headers()
                .firstValueAsLong("Tansiq-Position")
                .orElseThrow();

        done(mona.post(path("/actions/" + vigil + "/show"), "{\"visibility\": {\"reach\": \"ORG\"}}"));
        rowsAreThere();

        var changes = json(adam.get(path("/permits/changes?after=" + position)));
        assertThat(changes).hasSize(1);
        assertThat(changes.path(0).path("op").asString()).isEqualTo("remove");
        assertThat(changes.path(0).path("id").asString()).isEqualTo(vigil);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/actions/ACTION/permit | {} | 422 | missing-field",
                "/actions/ACTION/permit | {\"state\": \"PERHAPS\"} | 422 | bad-choice",
                "/actions/nowhere/permit | {\"state\": \"ASKED\"} | 404 | no-such-action",
                "/cities/berlin/lead-time | {\"days\": -1} | 422 | out-of-range",
                "/cities/berlin/lead-time | {\"days\": 366} | 422 | out-of-range",
                "/cities/berlin/lead-time | {} | 422 | missing-field",
                "/cities/Nowhereville/lead-time | {\"days\": 3} | 422 | unknown-city",
            })
    void what_cannot_be_said_is_told(String below, String body, int status, String code) {
        var vigil = vigil(60);

        problem(mona.post(path(below.replace("ACTION", vigil)), body), status, code);
    }

    @Test
    void the_calendar_the_start_and_the_list_show_it_in_both_languages() {
        var late = vigil(10);
        var far = vigil(12);
        report(far, "GRANTED", "LKA 541/18");
        rowsAreThere();
        var browser = mona.browser();

        Map.of("en", "It should have been asked for by now", "ar", "كان يجب أن يُطلب قبل الآن")
                .forEach((language, words) -> {
                    for (var page : List.of("/", path("/permits"), path("/actions"))) {
                        var answer = browser.get(page + "?lang=" + language);
                        assertThat(answer.statusCode()).isEqualTo(200);
                        assertThat(answer.body()).as(page).contains(words, late, "permit wants late");
                    }
                    assertThat(browser.get("/?lang=" + language).body()).doesNotContain(far);
                    assertThat(adam.browser().get("/?lang=" + language).body()).doesNotContain(late, words);
                });
        assertThat(browser.get(path("/actions?lang=en")).body()).contains("Permit: granted", "LKA 541/18");
    }
}
