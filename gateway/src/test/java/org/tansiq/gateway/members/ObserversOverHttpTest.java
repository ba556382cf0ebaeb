package org.tansiq.gateway.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tansiq.domain.members.AdmitObserver;
import org.tansiq.domain.members.InvitationId;
import org.tansiq.domain.members.InviteOrganization;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.infra.members.Role;
import org.tansiq.probe.Person;

/** Who reads a coalition without belonging to it, as a steward lets them. */
class ObserversOverHttpTest extends WatchedCoalitionTest {
    private Person observing(CoalitionId coalition) {
        var oslo = coordinator();
        carryOut(
                new AdmitObserver(coalition, oslo.organization(), berlin.organization(), now()), berlin.organization());
        return oslo;
    }

    @Test
    void a_steward_lets_an_organisation_watch_and_ends_it() {
        var coalition = ofBoth();
        var oslo = coordinator();
        isNotThere(oslo, coalition);
        problem(
                paris.post(path(coalition, "observers"), "{\"organization\": \"" + oslo.organization() + "\"}"),
                403,
                "steward-only");

        done(berlin.post(path(coalition, "observers"), "{\"organization\": \"" + oslo.organization() + "\"}"));

        assertThat(row(paris, coalition, "members", coalition + "/" + oslo.organization())
                        .path("standing")
                        .asString())
                .isEqualTo("OBSERVER");
        assertThat(mine(oslo, coalition).path("standing").asString()).isEqualTo("OBSERVER");
        assertThat(oslo.get(path(coalition, "tasks")).statusCode()).isEqualTo(200);
        done(berlin.post(path(coalition, "observers", oslo.organization().value(), "dismiss")));
        isNotThere(oslo, coalition);
    }

    @Test
    void an_observer_reads_what_is_planned_and_changes_nothing() {
        var coalition = ofBoth();
        var oslo = observing(coalition);
        task(coalition);

        for (var view : List.of("tasks", "actions", "collisions", "synchronised", "resources")) {
            assertThat(oslo.get(path(coalition, view)).statusCode()).as(view).isEqualTo(200);
            assertThat(oslo.get(path(coalition, view) + "/changes?after=-1").statusCode())
                    .as(view)
                    .isEqualTo(200);
        }
        assertThat(rows(oslo, coalition, "tasks")).hasSize(1);
        problem(oslo.post(path(coalition, "tasks"), "{\"title\": {\"en\": \"No\"}}"), 403, "observer-only-reads");
        problem(oslo.post(path(coalition, "leave")), 403, "observer-only-reads");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/history",
                "/auditors",
                "/auditors/lina",
                "/auditors/changes?after=-1",
                "/members/changes?after=-1",
                "/tasks?position=0",
                "/tasks?at=2018-02-24T12:00Z",
                "/tasks/any?position=0"
            })
    void what_an_observer_may_not_read_is_as_what_is_not_there(String below) {
        var coalition = ofBoth();
        var oslo = observing(coalition);
        var nowhere = oslo.get(path(coalition) + "/nothing-of-the-kind");
        problem(nowhere, 404, "no-such-path");

        assertThat(oslo.get(path(coalition) + below).body()).isEqualTo(nowhere.body());
        assertThat(oslo.get(path(coalition) + below).statusCode()).isEqualTo(404);
    }

    @Test
    void an_observer_sees_who_belongs_and_itself_and_nothing_between_them() {
        var coalition = ofBoth();
        var oslo = observing(coalition);
        var madrid = observing(coalition);
        var rome = coordinator();
        done(rome.post(path(coalition, "join-requests"), "{\"message\": {\"en\": \"Let us in\"}}"));
        done(berlin.post(
                path(coalition, "members", paris.organization().value(), "removal"),
                "{\"reason\": {\"en\": \"It passed contacts on\"}}"));

        var members = rows(oslo, coalition, "members");

        assertThat(members.valueStream().map(row -> row.path("organization").asString()))
                .containsExactlyInAnyOrder(
                        berlin.organization().value(),
                        paris.organization().value(),
                        oslo.organization().value());
        assertThat(members.valueStream())
                .allSatisfy(row -> assertThat(row.propertyNames())
                        .containsExactlyInAnyOrder(
                                "id", "coalition", "organization", "name", "standing", "since", "entered"));
        assertThat(oslo.get(path(coalition, "members", paris.organization().value()))
                        .body())
                .doesNotContain("removal");
        problem(oslo.get(path(coalition, "members", madrid.organization().value())), 404, "no-such-member");
        problem(oslo.get(path(coalition, "members", "nobody")), 404, "no-such-member");
        assertThat(rows(paris, coalition, "members")).hasSize(5);
    }

    @Test
    void an_observer_s_pages_have_no_history_no_past_and_no_auditors() {
        var coalition = ofBoth();
        var oslo = observing(coalition);
        var lina = auditing(coalition);
        task(coalition);
        var browser = oslo.browser();
        var pages = "/coalitions/" + coalition;

        for (var tab : List.of("tasks", "actions", "synchronised", "resources", "members")) {
            var page = browser.get(pages + "/" + tab);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body())
                    .doesNotContain(pages + "/history", personId(lina).value(), "position=", "data-live=");
            assertThat(browser.get(pages + "/" + tab + "?position=0").statusCode())
                    .isEqualTo(404);
        }
        assertThat(browser.get(pages + "/history").statusCode()).isEqualTo(404);
        assertThat(browser.get(pages + "/members").body())
                .contains("/observers/" + oslo.organization() + "/dismiss")
                .doesNotContain("/leave");
    }

    @Test
    void an_observer_ends_its_own_watching_and_no_other_s() {
        var coalition = ofBoth();
        var oslo = observing(coalition);
        var madrid = observing(coalition);
        var colleague = person(oslo.organization(), Role.MEMBER);
        var own = path(coalition, "observers", oslo.organization().value(), "dismiss");

        problem(madrid.post(own), 403, "observer-only-reads");
        problem(colleague.post(own), 403, "coordinator-only");
        problem(paris.post(own), 403, "steward-only");
        done(oslo.postWith(own, "Idempotency-Key", "once"));

        done(oslo.postWith(own, "Idempotency-Key", "once"));
        isNotThere(oslo, coalition);
        assertThat(mine(madrid, coalition).path("standing").asString()).isEqualTo("OBSERVER");
    }

    @Test
    void an_observer_is_invited_and_joins_and_observes_no_more() {
        var coalition = ofBoth();
        var oslo = observing(coalition);
        var invitation = new InvitationId("invitation-of-" + oslo.organization());
        carryOut(
                new InviteOrganization(coalition, invitation, oslo.organization(), berlin.organization(), now()),
                berlin.organization());
        rowsAreThere();
        assertThat(mine(oslo, coalition).path("standing").asString()).isEqualTo("OBSERVER");
        assertThat(mine(oslo, coalition).path("invitation").asString()).isEqualTo(invitation.value());
        assertThat(oslo.browser().get("/").body()).contains("/invitations/" + invitation + "/accept");

        done(oslo.post(path(coalition, "invitations", invitation.value(), "accept")));

        rowsAreThere();
        assertThat(mine(oslo, coalition).path("standing").asString()).isEqualTo("MEMBER");
        assertThat(oslo.get(path(coalition, "history")).statusCode()).isEqualTo(200);
        done(oslo.post(path(coalition, "leave")));
        isNotThere(oslo, coalition);
    }
}
