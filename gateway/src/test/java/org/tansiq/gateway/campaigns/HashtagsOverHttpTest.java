package org.tansiq.gateway.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.members.AdmitObserver;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.infra.members.Role;
import org.tansiq.probe.CoalitionServerTest;
import org.tansiq.probe.Person;
import tools.jackson.databind.JsonNode;

class HashtagsOverHttpTest extends CoalitionServerTest {
    private Person steward;
    private Person paris;
    private Person observer;
    private Person outsider;
    private CoalitionId coalition;

    @BeforeAll
    void people() {
        steward = coordinator();
        paris = person(organization(), Role.MEMBER);
        observer = coordinator();
        outsider = coordinator();
    }

    @BeforeEach
    void aCoalition() {
        coalition = coalition(steward.organization(), paris.organization());
        carryOut(
                new AdmitObserver(coalition, observer.organization(), steward.organization(), now()),
                steward.organization());
    }

    private String hashtags(String more) {
        return "/coalitions/" + coalition + "/hashtags" + more;
    }

    private HttpResponse<String> register(Person who, String language, String tag) {
        rowsAreThere(); // of what was registered before
        return who.post(hashtags(""), "{\"language\": \"" + language + "\", \"tag\": \"" + tag + "\"}");
    }

    private JsonNode check(Person who, String tag) {
        var answer = who.get(hashtags("/check?tag=" + encoded(tag)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer).path("hashtags");
    }

    private JsonNode hashtag(Person who, String id) {
        var answer = who.get(hashtags("/" + encoded(id)), "Tansiq-After", Long.toString(history.head() - 1));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    private static String encoded(String tag) {
        return URLEncoder.encode(tag, StandardCharsets.UTF_8);
    }

    private static String vigil(String day, String hashtags) {
        return """
                {"title": {"en": "Vigil"}, "kind": "VIGIL", "city": "berlin", "starts": "%sT12:00", "hashtags": [%s]}""".formatted(day, hashtags);
    }

    private static void assertProposed(JsonNode proposals, String given, String proposed, String state) {
        assertThat(proposals.size()).isOne();
        assertThat(proposals.get(0).path("given").asString()).isEqualTo(given);
        assertThat(proposals.get(0).path("proposed").asString()).isEqualTo(proposed);
        assertThat(proposals.get(0).path("state").asString()).isEqualTo(state);
    }

    @Test
    void a_steward_registers_and_all_who_read_the_coalition_see_it() {
        var answer = register(steward, "ar", "أنقذوا_الغوطة");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(id(answer)).isEqualTo("ar:أنقذوا_الغوطة");
        for (var who : new Person[] {steward, paris, observer}) {
            var row = hashtag(who, id(answer));
            assertThat(row.path("tag").asString()).isEqualTo("#أنقذوا_الغوطة");
            assertThat(row.path("state").asString()).isEqualTo("REGISTERED");
            assertProposed(check(who, "#انقذوا_الغوطه"), "#انقذوا_الغوطه", "#أنقذوا_الغوطة", "REGISTERED");
        }
    }

    @Test
    void only_stewards_change_the_registry() {
        var id = id(register(steward, "en", "SaveGhouta"));

        problem(register(paris, "en", "Ghouta"), 403, "steward-only");
        problem(paris.post(hashtags("/" + id + "/retire")), 403, "steward-only");
        problem(register(observer, "en", "Ghouta"), 403, "observer-only-reads");
        problem(register(outsider, "en", "Ghouta"), 404, "no-such-coalition");
        problem(outsider.get(hashtags("/check?tag=Ghouta")), 404, "no-such-coalition");
        problem(register(steward, "en", "save ghouta"), 422, "bad-hashtag");
        problem(register(steward, "every language", "Ghouta"), 422, "no-such-language");
        problem(steward.post(hashtags("/en:Ghouta/retire")), 404, "no-such-hashtag");
        problem(steward.post(hashtags("/Ghouta/revive")), 404, "no-such-hashtag");
    }

    @Test
    void another_in_the_language_retires_the_first_which_is_proposed_again_until_it_is_revived() {
        var first = id(register(steward, "en", "AleppoIsBurning"));
        register(steward, "en", "SaveAleppo");

        assertThat(hashtag(paris, first).path("state").asString()).isEqualTo("RETIRED");
        assertProposed(check(paris, "aleppo_burning"), "#aleppo_burning", "#AleppoIsBurning", "RETIRED");
        var another = register(steward, "de", "aleppoisburning");
        assertProposed(json(another).path("hashtags"), "#aleppoisburning", "#AleppoIsBurning", "RETIRED");

        assertThat(steward.post(hashtags("/" + first + "/revive")).statusCode()).isEqualTo(200);
        assertThat(hashtag(paris, first).path("state").asString()).isEqualTo("REGISTERED");
        assertThat(hashtag(paris, "en:SaveAleppo").path("state").asString()).isEqualTo("RETIRED");
    }

    @Test
    void a_reason_stays_with_what_was_retired() {
        var id = id(register(steward, "en", "SaveGhouta"));

        assertThat(steward.post(hashtags("/" + id + "/retire"), "{\"reason\": {\"en\": \"The siege is over\"}}")
                        .statusCode())
                .isEqualTo(200);

        var row = hashtag(paris, id);
        assertThat(row.path("reason").path("en").asString()).isEqualTo("The siege is over");
    }

    @Test
    void an_action_is_scheduled_as_it_was_asked_for_and_the_answer_proposes() {
        register(steward, "en", "SaveGhouta");
        rowsAreThere();

        var answer = paris.post(
                "/coalitions/" + coalition + "/actions", vigil("2030-03-01", "\"save_algouta\", \"#Idlib\""));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(json(answer).path("position").asLong()).isPositive();
        assertProposed(json(answer).path("hashtags"), "#save_algouta", "#SaveGhouta", "REGISTERED");
        var row = row(paris, coalition, "actions", id(answer));
        assertThat(row.path("hashtags").get(0).asString()).isEqualTo("#save_algouta");
        var exact = paris.post("/coalitions/" + coalition + "/actions", vigil("2030-03-05", "\"#SaveGhouta\""));
        assertThat(json(exact).path("hashtags").size()).isZero();
    }

    @Test
    void so_does_the_call_of_a_synchronised_one() {
        register(steward, "en", "Save_Idlib");
        rowsAreThere();

        var answer = paris.post("/coalitions/" + coalition + "/synchronised", """
                {"title": {"en": "One hour"}, "kind": "VIGIL", "moment": {"localTime": "2030-03-01T18:00"}, "minutes": 60, "goal": 5,
                 "hashtags": ["#Save_ldlib"]}""");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertProposed(json(answer).path("hashtags"), "#Save_ldlib", "#Save_Idlib", "REGISTERED");
    }

    @Test
    void an_import_says_it_of_each_row_rehearsed_or_not() {
        register(steward, "en", "SaveGhouta");
        var sheet = """
                row,title,city,starts,hashtags
                1,Vigil,Berlin,2030-03-01T18:00,#savealghouta
                2,Vigil,Madrid,2030-03-01T18:00,#SaveGhouta
                """;

        for (var query : new String[] {"?dry-run=true", ""}) {
            var answer = paris.client()
                    .send(
                            "POST",
                            "/api/v1/coalitions/" + coalition + "/actions/import" + query,
                            BodyPublishers.ofString(sheet),
                            paris.with("Content-Type", "text/csv"));

            var items = json(answer).path("items");
            assertProposed(items.get(0).path("hashtags"), "#savealghouta", "#SaveGhouta", "REGISTERED");
            assertThat(items.get(0).path("message").asString()).contains("#savealghouta", "#SaveGhouta");
            assertThat(items.get(1).path("hashtags").size()).isZero();
            assertThat(items.get(1).path("message").isNull()
                            || items.get(1).path("message").isMissingNode())
                    .isTrue();
        }
    }
}
