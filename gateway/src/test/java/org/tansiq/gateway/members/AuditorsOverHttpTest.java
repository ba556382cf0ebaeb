package org.tansiq.gateway.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.tansiq.domain.members.DismissAuditor;
import org.tansiq.domain.members.ProposeAuditor;
import org.tansiq.domain.members.SecondAuditor;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.NotFound;
import org.tansiq.gateway.rights.Reader;
import org.tansiq.gateway.rights.Readings;
import org.tansiq.infra.members.Account;
import org.tansiq.infra.members.Role;
import org.tansiq.probe.Person;

/** Whom two organisations appointed, for a time, to read all of a coalition. */
class AuditorsOverHttpTest extends WatchedCoalitionTest {
    @Autowired
    private Readings readings;

    private String proposal(Person auditor) {
        return proposal(auditor, until);
    }

    private String proposal(Person auditor, Instant end) {
        return "{\"auditor\": \"%s\", \"until\": \"%s\"}".formatted(personId(auditor), end);
    }

    private String proposedBy(Person organizations) {
        return "{\"proposedBy\": \"%s\", \"until\": \"%s\"}".formatted(organizations.organization(), until);
    }

    private static long readings(CoalitionId coalition, Person reader) {
        return events(reader, coalition, 0).stream()
                .filter("members.CoalitionRead"::equals)
                .count();
    }

    @Test
    void two_organisations_appoint_an_auditor_whom_every_member_sees() {
        var coalition = ofBoth();
        var lina = coordinator();
        isNotThere(lina, coalition);

        done(berlin.post(path(coalition, "auditors"), proposal(lina)));
        isNotThere(lina, coalition);
        assertThat(rows(paris, coalition, "auditors").path(0).path("state").asString())
                .isEqualTo("PROPOSED");
        done(paris.post(path(coalition, "auditors", personId(lina).value(), "second"), proposedBy(berlin)));

        var row = rows(paris, coalition, "auditors").path(0);
        assertThat(row.path("state").asString()).isEqualTo("APPOINTED");
        assertThat(row.path("person").asString()).isEqualTo(personId(lina).value());
        assertThat(row.path("proposedBy").asString())
                .isEqualTo(berlin.organization().value());
        assertThat(row.path("appointedBy").asString())
                .isEqualTo(paris.organization().value());
        var one = berlin.get(path(coalition, "auditors", personId(lina).value()));
        assertThat(json(one).path("id").asString()).isEqualTo(coalition + "/" + personId(lina));
        problem(berlin.get(path(coalition, "auditors", "nobody")), 404, "no-such-auditor");
        assertThat(mine(lina, coalition).path("standing").asString()).isEqualTo("AUDITOR");
        assertThat(lina.get(path(coalition, "tasks")).statusCode()).isEqualTo(200);
    }

    @Test
    void one_organisation_alone_appoints_nobody() {
        var coalition = ofBoth();
        var lina = coordinator();
        done(berlin.post(path(coalition, "auditors"), proposal(lina)));

        problem(
                berlin.post(path(coalition, "auditors", personId(lina).value(), "second"), proposedBy(berlin)),
                403,
                "another-organization");
        problem(paris.post(path(coalition, "auditors"), proposal(coordinator())), 403, "steward-only");
        isNotThere(lina, coalition);
    }

    @Test
    void who_agrees_agrees_to_the_end_that_they_have_read() {
        var coalition = ofBoth();
        var lina = coordinator();
        var second = path(coalition, "auditors", personId(lina).value(), "second");
        done(berlin.post(path(coalition, "auditors"), proposal(lina)));
        done(berlin.post(path(coalition, "auditors"), proposal(lina, until.plusSeconds(60))));

        problem(paris.post(second, proposedBy(berlin)), 404, "no-such-audit-proposal");
        problem(paris.post(second, "{\"proposedBy\": \"" + berlin.organization() + "\"}"), 422, "missing-field");
        isNotThere(lina, coalition);
        done(berlin.post(path(coalition, "auditors"), proposal(lina)));
        done(paris.post(second, proposedBy(berlin)));
    }

    @Test
    void an_appointment_has_an_end_within_a_year() {
        var coalition = ofBoth();
        var late = "{\"auditor\": \"lina\", \"until\": \"%s\"}".formatted(now().plus(Duration.ofDays(367)));
        var past = "{\"auditor\": \"lina\", \"until\": \"%s\"}".formatted(now().minusSeconds(1));

        assertThat(problem(berlin.post(path(coalition, "auditors"), late), 422, "audit-too-long")
                        .path("field")
                        .asString())
                .isEqualTo("until");
        problem(berlin.post(path(coalition, "auditors"), past), 422, "audit-over");
        problem(berlin.post(path(coalition, "auditors"), "{\"auditor\": \"lina\"}"), 422, "missing-field");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/members",
                "/auditors",
                "/tasks",
                "/collisions",
                "/tasks?position=0",
                "/tasks/changes?after=-1",
                "/history",
                "/history?from=1",
                "/tasks/there-is-none"
            })
    void each_reading_of_an_auditor_is_in_the_log_with_what_was_asked_for(String below) {
        var coalition = ofBoth();
        var lina = auditing(coalition);
        rowsAreThere();
        var head = history.head();

        assertThat(lina.get(path(coalition) + below).statusCode()).isIn(200, 404);

        assertThat(history.head()).isEqualTo(head + 1);
        var entry = history.latest(coalition, head + 1, 1).getFirst();
        assertThat(entry.name()).isEqualTo("members.CoalitionRead");
        assertThat(JSON.readTree(entry.payload()).path("what").asString())
                .isEqualTo("/api/v1" + path(coalition) + below.replace('?', ' '));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasks", "actions", "synchronised", "resources", "members", "history", "tasks?position=0"})
    void each_page_that_an_auditor_opens_is_in_the_log(String tab) {
        var coalition = ofBoth();
        var lina = auditing(coalition);
        var browser = lina.browser();
        rowsAreThere();
        var head = history.head();

        var page = browser.get("/coalitions/" + coalition + "/" + tab);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("data-api=\"/api/v1/coalitions", "data-live=");
        assertThat(history.head()).isEqualTo(head + 1);
        assertThat(history.latest(coalition, head + 1, 1).getFirst().payload())
                .contains("/coalitions/" + coalition + "/" + tab.replace('?', ' '));
    }

    @Test
    void a_repeat_of_a_reading_is_a_reading() {
        var coalition = ofBoth();
        var lina = auditing(coalition);

        lina.get(path(coalition, "tasks"), "Idempotency-Key", "once");
        lina.get(path(coalition, "tasks"), "Idempotency-Key", "once");

        assertThat(readings(coalition, berlin)).isEqualTo(2);
    }

    @Test
    void words_that_somebody_asks_with_are_not_recorded() {
        var coalition = ofBoth();
        var lina = auditing(coalition);

        lina.get(path(coalition, "tasks") + "?name=Omar&after=words&position=" + (history.head() - 1));

        assertThat(history.latest(coalition, history.head(), 1).getFirst().payload())
                .contains("position=")
                .doesNotContain("Omar", "words");
    }

    @Test
    void the_list_of_one_s_own_coalitions_is_not_recorded() {
        var coalition = ofBoth();
        var lina = auditing(coalition);
        rowsAreThere();
        var head = history.head();

        assertThat(mine(lina, coalition).path("name").path("en").asString()).isEqualTo("Coalition");
        assertThat(lina.browser().get("/").body()).contains("coalition-" + coalition);

        assertThat(history.head()).isEqualTo(head);
    }

    @Test
    void what_cannot_be_recorded_is_not_shown_although_the_rows_know_no_better() {
        var coalition = ofBoth();
        var lina = auditing(coalition);
        var stale =
                new Reader.Auditor(SignedIn.of(accounts.byLogin(lina.login()).orElseThrow()));
        RequestContextHolder.setRequestAttributes(
                new ServletRequestAttributes(new MockHttpServletRequest("GET", "/api/v1/anything")));
        try {
            readings.record(stale, coalition);
            assertThat(readings(coalition, berlin)).isEqualTo(1);
            carryOut(new DismissAuditor(coalition, personId(lina), paris.organization(), now()), paris.organization());
            var head = history.head();

            assertThatThrownBy(() -> readings.record(stale, coalition))
                    .isInstanceOfSatisfying(
                            NotFound.class,
                            refused -> assertThat(refused.code()).isEqualTo("no-such-coalition"));
            assertThat(history.head()).isEqualTo(head);
        } finally {
            RequestContextHolder.resetRequestAttributes();
        }
    }

    @Test
    void who_is_dismissed_while_reading_was_shown_no_more_than_is_recorded() throws Exception {
        var coalition = ofBoth();
        var lina = auditing(coalition);
        var begun = new CountDownLatch(5);
        var shown = CompletableFuture.supplyAsync(() -> {
            var count = 0;
            var answer = lina.get(path(coalition, "tasks"));
            for (; answer.statusCode() == 200; answer = lina.get(path(coalition, "tasks"))) {
                count++;
                begun.countDown();
            }
            problem(answer, 404, "no-such-coalition");
            return count;
        });
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();

        carryOut(new DismissAuditor(coalition, personId(lina), berlin.organization(), now()), berlin.organization());

        assertThat(shown.get(30, TimeUnit.SECONDS).longValue()).isEqualTo(readings(coalition, berlin));
        assertThat(events(berlin, coalition, 0)).endsWith("members.AuditorDismissed");
        isNotThere(lina, coalition);
    }

    @Test
    void when_the_time_is_over_there_is_no_coalition() {
        var coalition = ofBoth();
        var lina = coordinator();
        var until = now().plusSeconds(3);
        carryOut(
                new ProposeAuditor(coalition, personId(lina), until, berlin.organization(), now()),
                berlin.organization());
        carryOut(
                new SecondAuditor(coalition, personId(lina), berlin.organization(), until, paris.organization(), now()),
                paris.organization());
        assertThat(lina.get(path(coalition, "tasks")).statusCode()).isEqualTo(200);

        await().atMost(Duration.ofSeconds(30)).until(() -> !now().isBefore(until));

        isNotThere(lina, coalition);
        assertThat(berlin.browser().get("/coalitions/" + coalition + "/members").body())
                .contains("the time is over");
    }

    @Test
    void an_appointing_organisation_dismisses_and_others_do_not() {
        var madrid = coordinator();
        var coalition = coalition(berlin.organization(), paris.organization(), madrid.organization());
        var lina = auditing(coalition);
        assertThat(lina.get(path(coalition, "history")).statusCode()).isEqualTo(200);

        problem(madrid.post(path(coalition, "auditors", personId(lina).value(), "dismiss")), 403, "not-appointer");
        done(paris.post(path(coalition, "auditors", personId(lina).value(), "dismiss")));

        isNotThere(lina, coalition);
        assertThat(rows(berlin, coalition, "auditors")).isEmpty();
    }

    @Test
    void a_member_s_own_person_who_audits_is_a_member_unless_that_is_their_role() {
        var coalition = ofBoth();
        var member = person(paris.organization(), Role.MEMBER);
        var auditor = person(paris.organization(), Role.AUDITOR);
        audits(member, coalition, berlin.organization(), paris.organization());
        audits(auditor, coalition, berlin.organization(), paris.organization());
        rowsAreThere();

        assertThat(mine(member, coalition).path("standing").asString()).isEqualTo("MEMBER");
        assertThat(mine(auditor, coalition).path("standing").asString()).isEqualTo("AUDITOR");
        member.get(path(coalition, "tasks"));
        assertThat(readings(coalition, berlin)).isZero();
        auditor.get(path(coalition, "tasks"));
        assertThat(readings(coalition, berlin)).isEqualTo(1);
    }

    @Test
    void an_operator_reads_no_coalition_whoever_appoints_them() {
        var coalition = ofBoth();
        var operator = person(Account.INSTALLATION, Role.OPERATOR);
        audits(operator, coalition, berlin.organization(), paris.organization());
        rowsAreThere();

        problem(operator.get(path(coalition, "tasks")), 404, "no-such-coalition");
    }

    @Test
    void the_members_page_has_what_stewards_and_seconds_do_with_auditors() {
        var coalition = ofBoth();
        var lina = coordinator();
        done(berlin.post(path(coalition, "auditors"), proposal(lina)));
        rowsAreThere();
        var api = "/api/v1/coalitions/" + coalition + "/auditors";
        var page = "/coalitions/" + coalition + "/members";

        assertThat(berlin.browser().get(page).body())
                .contains(api + "\"", api + "/" + personId(lina) + "/dismiss", "/observers\"")
                .doesNotContain("/second");
        assertThat(paris.browser().get(page).body())
                .contains(api + "/" + personId(lina) + "/second")
                .doesNotContain(api + "\"", "/dismiss", "/observers\"");
        assertThat(lina.browser().get("/account").body())
                .contains(personId(lina).value());
    }

    @Test
    void the_history_tells_who_read_what() {
        var coalition = ofBoth();
        var lina = auditing(coalition);
        lina.get(path(coalition, "tasks"));

        assertThat(paris.browser().get("/coalitions/" + coalition + "/history").body())
                .contains(
                        "/api/v1/coalitions/" + coalition + "/tasks",
                        personId(lina).value());
    }
}
