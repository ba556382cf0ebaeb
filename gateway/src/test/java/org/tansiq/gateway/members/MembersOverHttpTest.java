package org.tansiq.gateway.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tansiq.gateway.members.SigningInTest.location;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.infra.members.Role;
import org.tansiq.probe.CoalitionServerTest;
import org.tansiq.probe.Person;
import tools.jackson.databind.JsonNode;

class MembersOverHttpTest extends CoalitionServerTest {
    private Person berlin;
    private Person paris;

    @BeforeAll
    void twoOrganizations() {
        berlin = coordinator();
        paris = coordinator();
    }

    private static String path(CoalitionId coalition, String... more) {
        return "/coalitions/" + coalition + (more.length == 0 ? "" : "/" + String.join("/", more));
    }

    private static String naming(Object organization) {
        return "{\"organization\": \"" + organization + "\"}";
    }

    private CoalitionId ofBerlin() {
        return coalition(berlin.organization());
    }

    private CoalitionId ofBoth() {
        return coalition(berlin.organization(), paris.organization());
    }

    private String standing(Person reader, CoalitionId coalition, Person who) {
        var row = row(reader, coalition, "members", coalition + "/" + who.organization());
        return row.path("standing").asString();
    }

    private JsonNode mine(Person who, CoalitionId coalition) {
        var answer = who.get("/coalitions", "Tansiq-After", Long.toString(history.head() - 1));
        return json(answer)
                .valueStream()
                .filter(one -> one.path("id").asString().equals(coalition.value()))
                .findFirst()
                .orElseGet(() -> json(answer).path("none"));
    }

    @Test
    void whoever_founds_a_coalition_is_its_steward() {
        var answer = berlin.post("/coalitions", """
                {"name": {"ar": "أوقفوا الحصار", "en": "End the siege"}, "purpose": {"en": "Together for Ghouta"}}
                """);

        assertThat(answer.statusCode()).isEqualTo(201);
        var founded = new CoalitionId(id(answer));
        var seen = json(berlin.get(
                path(founded), "Tansiq-After", done(answer).path("position").asString()));
        assertThat(seen.path("name").path("ar").asString()).isEqualTo("أوقفوا الحصار");
        assertThat(seen.path("purpose").path("en").asString()).isEqualTo("Together for Ghouta");
        assertThat(seen.path("standing").asString()).isEqualTo("STEWARD");
        assertThat(mine(berlin, founded).path("standing").asString()).isEqualTo("STEWARD");
        assertThat(events(berlin, founded, 0)).containsExactly("members.CoalitionFounded");
    }

    @Test
    void who_was_just_let_in_acts_at_once() {
        for (var i = 0; i < 20; i++) {
            var coalition = new CoalitionId(id(berlin.post("/coalitions", "{\"name\": {\"en\": \"At once\"}}")));
            var invitation = id(berlin.post(path(coalition, "invitations"), naming(paris.organization())));
            done(paris.post(path(coalition, "invitations", invitation, "accept")));
            done(paris.post(path(coalition, "tasks"), "{\"title\": {\"en\": \"First\"}}"));
        }
    }

    @Test
    void a_member_is_removed_when_a_second_organization_agrees_and_sees_nothing_from_then_on() {
        var geneva = coordinator();
        var coalition = coalition(berlin.organization(), paris.organization(), geneva.organization());
        var removal = "members/" + paris.organization() + "/removal";

        done(berlin.post(path(coalition, removal), "{\"reason\": {\"en\": \"It passed our contacts on\"}}"));
        assertThat(standing(berlin, coalition, paris)).isEqualTo("MEMBER");
        problem(berlin.post(path(coalition, removal + "/second"), proposedBy(berlin)), 403, "another-organization");
        problem(geneva.post(path(coalition, removal + "/second"), proposedBy(geneva)), 404, "no-such-removal");

        done(geneva.post(path(coalition, removal + "/second"), proposedBy(berlin)));

        problem(paris.get(path(coalition)), 404, "no-such-coalition");
        problem(paris.post(path(coalition, "tasks"), "{\"title\": {\"en\": \"More\"}}"), 404, "no-such-coalition");
        assertThat(events(berlin, coalition, 0))
                .containsSubsequence("members.RemovalProposed", "members.RemovalSeconded", "members.OrganizationLeft");
    }

    private static String proposedBy(Person who) {
        return "{\"proposedBy\": \"" + who.organization() + "\"}";
    }

    @Test
    void an_invited_organization_sees_the_invitation_and_accepts() {
        var coalition = ofBerlin();
        var answer = berlin.post(path(coalition, "invitations"), naming(paris.organization()));
        assertThat(answer.statusCode()).isEqualTo(201);
        var invitation = id(answer);

        assertThat(mine(paris, coalition).path("standing").asString()).isEqualTo("INVITED");
        assertThat(mine(paris, coalition).path("invitation").asString()).isEqualTo(invitation);
        assertThat(mine(paris, coalition).path("name").path("en").asString()).isEqualTo("Coalition");
        problem(paris.get(path(coalition)), 404, "no-such-coalition");

        done(paris.post(path(coalition, "invitations", invitation, "accept")));

        assertThat(standing(paris, coalition, paris)).isEqualTo("MEMBER");
        assertThat(events(paris, coalition, 0))
                .containsExactly(
                        "members.CoalitionFounded", "members.OrganizationInvited", "members.OrganizationJoined");
    }

    @Test
    void an_organization_is_invited_by_its_name_however_it_is_spelled() {
        var mark = UUID.randomUUID().toString();
        var named = organization("رابطة أحرار الشام " + mark, "Café Ghouta " + mark);

        var arabic = ofBerlin();
        done(berlin.post(path(arabic, "invitations"), naming("رابطه احرار الشـام " + mark)));
        assertThat(row(berlin, arabic, "members", arabic + "/" + named)
                        .path("standing")
                        .asString())
                .isEqualTo("INVITED");

        var latin = ofBerlin();
        done(berlin.post(path(latin, "invitations"), naming("cafe ghouta " + mark)));
        assertThat(row(berlin, latin, "members", latin + "/" + named)
                        .path("standing")
                        .asString())
                .isEqualTo("INVITED");
    }

    @Test
    void a_name_that_nobody_or_more_than_one_bears_finds_nobody() {
        var coalition = ofBerlin();
        var shared = UUID.randomUUID().toString();
        var unused = organization("الأولى " + shared, "Same " + shared);
        var other = organization("الثانية " + shared, "Same " + shared);

        for (var name : new String[] {"nobody " + shared, "Same " + shared}) {
            var refused = berlin.post(path(coalition, "invitations"), naming(name));
            assertThat(problem(refused, 404, "no-such-organization")
                            .path("field")
                            .asString())
                    .isEqualTo("organization");
        }
        assertThat(unused).isNotEqualTo(other);
        assertThat(events(berlin, coalition, 0)).containsExactly("members.CoalitionFounded");
    }

    @Test
    void a_second_invitation_answers_with_the_one_that_is_open() {
        var coalition = ofBerlin();
        var first = berlin.post(path(coalition, "invitations"), naming(paris.organization()));

        var second = berlin.post(path(coalition, "invitations"), naming(paris.organization()));

        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(id(second)).isEqualTo(id(first));
        assertThat(events(berlin, coalition, 0))
                .containsExactly("members.CoalitionFounded", "members.OrganizationInvited");
        done(paris.post(path(coalition, "invitations", id(second), "accept")));
    }

    @Test
    void a_second_request_answers_with_the_one_that_is_open() {
        var coalition = ofBerlin();
        var first = paris.post(path(coalition, "join-requests"), "{\"message\": {\"en\": \"Please\"}}");
        assertThat(first.statusCode()).isEqualTo(201);

        var second = paris.post(path(coalition, "join-requests"));

        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(id(second)).isEqualTo(id(first));
        done(berlin.post(path(coalition, "join-requests", id(second), "admit")));
        assertThat(standing(paris, coalition, paris)).isEqualTo("MEMBER");
    }

    @Test
    void a_declined_invitation_is_gone_and_another_may_follow() {
        var coalition = ofBerlin();
        var invitation = id(berlin.post(path(coalition, "invitations"), naming(paris.organization())));

        done(paris.post(path(coalition, "invitations", invitation, "decline")));

        assertThat(mine(paris, coalition).isMissingNode()).isTrue();
        problem(paris.post(path(coalition, "invitations", invitation, "accept")), 404, "no-such-invitation");
        var next = berlin.post(path(coalition, "invitations"), naming(paris.organization()));
        assertThat(next.statusCode()).isEqualTo(201);
        assertThat(id(next)).isNotEqualTo(invitation);
    }

    @Test
    void an_invitation_is_for_whom_it_names() {
        var coalition = ofBerlin();
        var madrid = coordinator();
        var invitation = id(berlin.post(path(coalition, "invitations"), naming(paris.organization())));

        problem(madrid.post(path(coalition, "invitations", invitation, "accept")), 404, "no-such-invitation");
        problem(madrid.post(path(coalition, "invitations", invitation, "decline")), 404, "no-such-invitation");
        assertThat(mine(paris, coalition).path("standing").asString()).isEqualTo("INVITED");
    }

    @Test
    void a_member_cannot_be_invited_nor_ask() {
        var coalition = ofBoth();

        problem(berlin.post(path(coalition, "invitations"), naming(paris.organization())), 409, "already-member");
        problem(paris.post(path(coalition, "join-requests")), 409, "already-member");
    }

    @Test
    void who_asks_is_seen_with_the_message_and_admitted() {
        var coalition = ofBerlin();
        var request = id(paris.post(path(coalition, "join-requests"), "{\"message\": {\"ar\": \"نودّ الانضمام\"}}"));

        var asking = row(berlin, coalition, "members", coalition + "/" + paris.organization());
        assertThat(asking.path("standing").asString()).isEqualTo("REQUESTED");
        assertThat(asking.path("message").path("ar").asString()).isEqualTo("نودّ الانضمام");
        assertThat(mine(paris, coalition).path("standing").asString()).isEqualTo("REQUESTED");
        assertThat(mine(paris, coalition).path("name").isNull())
                .as("its name is not theirs to see yet")
                .isTrue();

        done(berlin.post(path(coalition, "join-requests", request, "admit")));

        assertThat(standing(paris, coalition, paris)).isEqualTo("MEMBER");
    }

    @Test
    void who_is_refused_is_no_member() {
        var coalition = ofBerlin();
        var request = id(paris.post(path(coalition, "join-requests")));

        done(berlin.post(path(coalition, "join-requests", request, "refuse")));

        assertThat(mine(paris, coalition).isMissingNode()).isTrue();
        problem(paris.get(path(coalition)), 404, "no-such-coalition");
        problem(berlin.post(path(coalition, "join-requests", request, "admit")), 404, "no-such-join-request");
    }

    @Test
    void only_stewards_let_in() {
        var coalition = ofBoth();
        var madrid = coordinator();
        var request = id(madrid.post(path(coalition, "join-requests")));

        problem(paris.post(path(coalition, "join-requests", request, "admit")), 403, "steward-only");
        problem(paris.post(path(coalition, "join-requests", request, "refuse")), 403, "steward-only");
        problem(paris.post(path(coalition, "invitations"), naming(madrid.organization())), 403, "steward-only");
        problem(paris.post(path(coalition, "stewards"), naming(paris.organization())), 403, "steward-only");
        problem(madrid.get(path(coalition)), 404, "no-such-coalition");
    }

    @Test
    void stewards_are_appointed_and_step_down_but_never_the_last() {
        var coalition = ofBoth();
        problem(berlin.post(path(coalition, "step-down")), 409, "last-steward");
        problem(berlin.post(path(coalition, "leave")), 409, "last-steward");

        done(berlin.post(path(coalition, "stewards"), naming(paris.organization())));
        assertThat(standing(berlin, coalition, paris)).isEqualTo("STEWARD");
        done(berlin.post(path(coalition, "step-down")));

        assertThat(standing(berlin, coalition, berlin)).isEqualTo("MEMBER");
        problem(paris.post(path(coalition, "step-down")), 409, "last-steward");
        done(berlin.post(path(coalition, "leave")));
        problem(berlin.get(path(coalition)), 404, "no-such-coalition");
    }

    @Test
    void only_members_become_stewards() {
        var coalition = ofBerlin();
        var refused = berlin.post(path(coalition, "stewards"), naming(paris.organization()));

        assertThat(problem(refused, 404, "no-such-organization").path("field").asString())
                .isEqualTo("organization");
    }

    @Test
    void who_leaves_sees_nothing_more_and_what_was_held_is_free() {
        var coalition = ofBoth();
        var task = id(berlin.post(path(coalition, "tasks"), "{\"title\": {\"en\": \"Print leaflets\"}}"));
        done(paris.post(path(coalition, "tasks", task, "claim")));

        done(paris.post(path(coalition, "leave")));

        problem(paris.get(path(coalition, "tasks")), 404, "no-such-coalition");
        problem(paris.post(path(coalition, "tasks", task, "claim")), 404, "no-such-coalition");
        assertThat(mine(paris, coalition).isMissingNode()).isTrue();
        await().until(() -> row(berlin, coalition, "tasks", task).path("state").asString(), "OPEN"::equals);
        assertThat(events(berlin, coalition, 0)).endsWith("members.OrganizationLeft", "tasks.TaskReleased");
    }

    @Test
    void one_member_is_found_by_its_organization() {
        var coalition = ofBoth();

        var one = paris.get(path(coalition, "members", berlin.organization().value()));

        assertThat(one.statusCode()).as(one.body()).isEqualTo(200);
        assertThat(json(one).path("standing").asString()).isEqualTo("STEWARD");
        problem(paris.get(path(coalition, "members", "nobody")), 404, "no-such-member");
    }

    @Test
    void a_member_s_account_sees_its_own_coalitions_only() {
        var ours = ofBerlin();
        var theirs = coalition(paris.organization());

        assertThat(mine(berlin, ours).isMissingNode()).isFalse();
        assertThat(mine(berlin, theirs).isMissingNode()).isTrue();
    }

    @Test
    void a_link_for_another_organization_makes_one_that_can_be_invited_by_its_name() {
        var made = berlin.post("/sign-up-links", "{\"newOrganization\": true}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        var link = json(made).path("link").asString();
        var browser = client();
        var login = "new-" + UUID.randomUUID();
        var name = "Oslo solidarity " + UUID.randomUUID();

        var answer = browser.form(
                link, Map.of("login", login, "password", PASSWORD, "nameEn", name, "_csrf", browser.token(link)));
        assertThat(location(answer)).isEqualTo("/sign-in?welcome");

        var oslo = accounts.byLogin(login).orElseThrow();
        assertThat(oslo.role()).isEqualTo(Role.COORDINATOR);
        var coalition = ofBerlin();
        var invitation = id(berlin.post(path(coalition, "invitations"), naming(name)));
        done(person(oslo).post(path(coalition, "invitations", invitation, "accept")));
        assertThat(row(berlin, coalition, "members", coalition + "/" + oslo.organization())
                        .path("name")
                        .path("en")
                        .asString())
                .isEqualTo(name);
    }
}
