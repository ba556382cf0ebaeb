package org.tansiq.gateway.members;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.members.AdmitObserver;
import org.tansiq.domain.members.RulesDigest;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Text;
import org.tansiq.infra.members.Role;
import org.tansiq.probe.CoalitionServerTest;
import org.tansiq.probe.Person;
import tools.jackson.databind.JsonNode;

/** What the members of a coalition agree on, by two organisations, and who reads of it when. */
class RulesOverHttpTest extends CoalitionServerTest {
    private static final String CONSENSUS = "We decide by consensus";
    private static final String VOTE = "We decide by vote";

    private Person berlin;
    private Person paris;

    @BeforeAll
    void people() {
        berlin = coordinator();
        paris = coordinator();
    }

    private CoalitionId ofBoth() {
        return coalition(berlin.organization(), paris.organization());
    }

    private static String path(CoalitionId coalition, String below) {
        return "/coalitions/" + coalition + below;
    }

    private static String rules(String english) {
        return "{\"rules\": {\"en\": \"" + english + "\"}}";
    }

    private static String second(Person proposer, String english) {
        return "{\"proposedBy\": \"%s\", \"digest\": \"%s\"}"
                .formatted(proposer.organization(), RulesDigest.of(Text.of("en", english)));
    }

    private void propose(CoalitionId coalition, String english) {
        done(berlin.post(path(coalition, "/rules"), rules(english)));
    }

    private void agree(CoalitionId coalition, String english) {
        propose(coalition, english);
        done(paris.post(path(coalition, "/rules/second"), second(berlin, english)));
    }

    private JsonNode one(Person who, CoalitionId coalition) {
        rowsAreThere();
        return json(who.get(path(coalition, "")));
    }

    @Test
    void a_coalition_begins_without_rules() {
        var one = one(paris, ofBoth());

        assertThat(one.path("rules").isEmpty()).isTrue();
        assertThat(one.path("rules").isObject()).isTrue();
        assertThat(one.hasNonNull("rulesSince")).isFalse();
        assertThat(one.hasNonNull("proposal")).isFalse();
    }

    @Test
    void two_organisations_agree_on_rules_by_what_the_coalition_shows() {
        var coalition = ofBoth();
        propose(coalition, CONSENSUS);

        var proposal = one(paris, coalition).path("proposal");
        assertThat(proposal.path("rules").path("en").asString()).isEqualTo(CONSENSUS);
        assertThat(proposal.path("by").asString())
                .isEqualTo(berlin.organization().value());
        assertThat(one(paris, coalition).path("rules").isEmpty()).isTrue();
        done(paris.post(
                path(coalition, "/rules/second"),
                "{\"proposedBy\": \"%s\", \"digest\": \"%s\"}"
                        .formatted(
                                proposal.path("by").asString(),
                                proposal.path("digest").asString())));

        var agreed = one(berlin, coalition);
        assertThat(agreed.path("rules").path("en").asString()).isEqualTo(CONSENSUS);
        assertThat(agreed.hasNonNull("rulesSince")).isTrue();
        assertThat(agreed.hasNonNull("proposal")).isFalse();
        assertThat(events(berlin, coalition, 0)).endsWith("members.RulesProposed", "members.RulesAgreed");
    }

    @Test
    void one_organisation_alone_agrees_on_nothing() {
        var coalition = ofBoth();
        propose(coalition, CONSENSUS);
        var head = history.head();

        problem(berlin.post(path(coalition, "/rules/second"), second(berlin, CONSENSUS)), 403, "another-organization");
        problem(paris.post(path(coalition, "/rules"), rules(VOTE)), 403, "steward-only");
        assertThat(history.head()).isEqualTo(head);
        assertThat(one(paris, coalition).path("rules").isEmpty()).isTrue();
    }

    @Test
    void a_proposal_that_has_changed_is_read_again_first() {
        var coalition = ofBoth();
        propose(coalition, CONSENSUS);
        propose(coalition, VOTE);
        var head = history.head();

        problem(paris.post(path(coalition, "/rules/second"), second(berlin, CONSENSUS)), 409, "rules-changed");
        assertThat(history.head()).isEqualTo(head);
        done(paris.post(path(coalition, "/rules/second"), second(berlin, VOTE)));
        assertThat(one(paris, coalition).path("rules").path("en").asString()).isEqualTo(VOTE);
    }

    @Test
    void what_is_taken_back_is_not_agreed_to() {
        var coalition = ofBoth();
        propose(coalition, CONSENSUS);
        done(paris.post(path(coalition, "/rules/withdraw")));
        assertThat(one(paris, coalition).hasNonNull("proposal")).isTrue();
        done(berlin.post(path(coalition, "/rules/withdraw")));

        assertThat(one(paris, coalition).hasNonNull("proposal")).isFalse();
        problem(paris.post(path(coalition, "/rules/second"), second(berlin, CONSENSUS)), 404, "no-such-rules-proposal");
    }

    @Test
    void requests_say_what_is_missing_or_too_long() {
        var coalition = ofBoth();

        problem(berlin.post(path(coalition, "/rules"), "{}"), 422, "missing-field");
        problem(berlin.post(path(coalition, "/rules"), rules("x".repeat(4001))), 422, "text-too-long");
        problem(
                paris.post(path(coalition, "/rules/second"), "{\"proposedBy\": \"" + berlin.organization() + "\"}"),
                422,
                "missing-field");
        problem(
                paris.post(path(coalition, "/rules/second"), "{\"proposedBy\": \"berlin\", \"digest\": \"\"}"),
                422,
                "bad-id");
    }

    @Test
    void only_coordinators_decide_and_all_of_a_member_read() {
        var coalition = ofBoth();
        propose(coalition, CONSENSUS);
        var member = person(paris.organization(), Role.MEMBER);

        problem(member.post(path(coalition, "/rules/second"), second(berlin, CONSENSUS)), 403, "coordinator-only");
        assertThat(one(member, coalition)
                        .path("proposal")
                        .path("rules")
                        .path("en")
                        .asString())
                .isEqualTo(CONSENSUS);
    }

    @Test
    void an_observer_reads_the_rules_and_not_what_is_proposed() {
        var coalition = ofBoth();
        var oslo = coordinator();
        carryOut(
                new AdmitObserver(coalition, oslo.organization(), berlin.organization(), now()), berlin.organization());
        agree(coalition, CONSENSUS);
        propose(coalition, VOTE);

        assertThat(one(oslo, coalition).path("rules").path("en").asString()).isEqualTo(CONSENSUS);
        assertThat(oslo.get(path(coalition, "")).body()).doesNotContain(VOTE);
        assertThat(oslo.get("/coalitions").body()).doesNotContain(VOTE);
        assertThat(oslo.browser().get("/coalitions/" + coalition + "/members").body())
                .contains(CONSENSUS)
                .doesNotContain(VOTE, "/rules");
        problem(oslo.post(path(coalition, "/rules/second"), second(berlin, VOTE)), 403, "observer-only-reads");
    }

    @Test
    void an_auditor_reads_both_and_an_outsider_neither() {
        var coalition = ofBoth();
        var lina = coordinator();
        audits(lina, coalition, berlin.organization(), paris.organization());
        agree(coalition, CONSENSUS);
        propose(coalition, VOTE);
        var stranger = coordinator();

        assertThat(one(lina, coalition)
                        .path("proposal")
                        .path("rules")
                        .path("en")
                        .asString())
                .isEqualTo(VOTE);
        assertThat(lina.browser().get("/coalitions/" + coalition + "/members").body())
                .contains(CONSENSUS, VOTE)
                .doesNotContain("/rules");
        problem(lina.post(path(coalition, "/rules"), rules(VOTE)), 403, "read-only-role");
        problem(stranger.get(path(coalition, "")), 404, "no-such-coalition");
        problem(stranger.post(path(coalition, "/rules/second"), second(berlin, VOTE)), 404, "no-such-coalition");
    }

    @Test
    void the_page_shows_what_is_agreed_and_proposed_and_how_it_was() {
        var coalition = ofBoth();
        agree(coalition, CONSENSUS);
        var then = history.head() - 1;
        propose(coalition, VOTE);
        rowsAreThere();
        var page = "/coalitions/" + coalition + "/members";
        var api = "/api/v1/coalitions/" + coalition + "/rules";

        assertThat(paris.browser().get(page).body())
                .contains(
                        CONSENSUS,
                        VOTE,
                        api + "/second\"",
                        RulesDigest.of(Text.of("en", VOTE)).value())
                .doesNotContain(api + "\"", api + "/withdraw");
        assertThat(berlin.browser().get(page).body())
                .contains(CONSENSUS, VOTE, api + "\"", api + "/withdraw\"")
                .doesNotContain(api + "/second");
        assertThat(paris.browser().get(page + "?position=" + then).body())
                .contains(CONSENSUS)
                .doesNotContain(VOTE, api);
    }
}
