package org.tansiq.gateway.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.PersonId;
import org.tansiq.infra.members.Role;
import org.tansiq.infra.wiring.Actor;
import org.tansiq.infra.wiring.Erasures;
import org.tansiq.probe.Client;
import org.tansiq.probe.CoalitionServerTest;
import org.tansiq.probe.Person;

class ErasureApiTest extends CoalitionServerTest {
    @Autowired
    private Erasures erasures;

    @Autowired
    private Erasing erasing;

    private final String word = "Zwetschge" + System.nanoTime();

    private static String id(Person person) {
        return json(person.get("/me")).get("person").asString();
    }

    private static String confirmed(String person) {
        return "{\"person\": \"" + person + "\"}";
    }

    private static HttpResponse<String> erase(Client browser, String path, String person) {
        return browser.json("/api/v1" + path, confirmed(person), "X-CSRF-TOKEN", browser.token("/sign-in"));
    }

    private String coalitionWithWords(OrganizationId organization, Person writer) {
        var coalition = coalition(organization);
        var answer = writer.post("/coalitions/" + coalition + "/tasks", "{\"title\": {\"en\": \"" + word + "\"}}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return "/coalitions/" + coalition + "/history";
    }

    @Test
    void a_person_has_themselves_erased_and_is_signed_out() {
        var organization = organization();
        var member = person(organization, Role.MEMBER);
        var other = person(organization, Role.MEMBER);
        var history = coalitionWithWords(organization, member);
        var person = id(member);
        assertThat(other.get(history).body()).contains(word);

        var answer = erase(member.browser(), "/me/erasure", person);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(member.get("/me").statusCode()).isEqualTo(401);
        assertThat(other.get(history).body()).doesNotContain(word).contains(person);
    }

    @Test
    void a_coordinator_has_somebody_of_their_organisation_erased() {
        var organization = organization();
        var member = person(organization, Role.MEMBER);
        var coordinator = person(organization, Role.COORDINATOR);
        var history = coalitionWithWords(organization, member);
        var person = id(member);

        var answer = erase(coordinator.browser(), "/people/" + person + "/erasure", person);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(member.get("/me").statusCode()).isEqualTo(401);
        assertThat(coordinator.get(history).body()).doesNotContain(word);
    }

    @Test
    void the_next_start_finishes_what_was_cut_off() {
        var member = person(organization(), Role.MEMBER);
        var other = person(member.organization(), Role.MEMBER);
        var person = new PersonId(id(member));
        erasures.erase(person, new Actor(person, member.organization()), now());
        assertThat(accounts.byPerson(person)).isPresent();

        erasing.finish();

        assertThat(accounts.byPerson(person)).isEmpty();
        assertThat(secondFactors.find(person)).isEmpty();
        assertThat(tokens.ofPerson(person)).isEmpty();
        assertThat(member.get("/me").statusCode()).isEqualTo(401);
        assertThat(other.get("/me").statusCode()).isEqualTo(200);
    }

    @Test
    void nobody_else_may_and_to_them_the_person_is_not_there() {
        var organization = organization();
        var member = person(organization, Role.MEMBER);
        var person = id(member);
        var path = "/people/" + person + "/erasure";

        problem(erase(person(organization, Role.MEMBER).browser(), path, person), 404, "no-such-person");
        problem(erase(coordinator().browser(), path, person), 404, "no-such-person");
        problem(person(organization, Role.COORDINATOR).post(path, confirmed(person)), 403, "session-needed");
        assertThat(member.get("/me").statusCode()).isEqualTo(200);
    }
}
