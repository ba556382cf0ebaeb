package org.tansiq.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.tansiq.domain.members.AcceptInvitation;
import org.tansiq.domain.members.FoundCoalition;
import org.tansiq.domain.members.InvitationId;
import org.tansiq.domain.members.InviteOrganization;
import org.tansiq.domain.members.ProposeAuditor;
import org.tansiq.domain.members.RegisterOrganization;
import org.tansiq.domain.members.SecondAuditor;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.PersonId;
import org.tansiq.domain.shared.Text;
import org.tansiq.gateway.actions.LookingForFindings;
import org.tansiq.infra.contacts.Contacts;
import org.tansiq.infra.history.History;
import org.tansiq.infra.members.Account;
import org.tansiq.infra.members.Role;
import org.tansiq.infra.wiring.Actor;
import org.tansiq.infra.wiring.Commands;
import org.tansiq.infra.wiring.Receipt;
import org.tansiq.infra.wiring.Views;
import tools.jackson.databind.JsonNode;

/** A test of the API, with organisations, their people and their coalitions. Each class has its own of these. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class CoalitionServerTest extends ServerTest {
    @Autowired
    protected Commands commands;

    @Autowired
    protected History history;

    @Autowired
    protected Views views;

    @Autowired
    protected Clock clock;

    @Autowired
    protected Contacts contacts;

    @Autowired
    private LookingForFindings looking;

    /** An organisation that the log knows. */
    protected OrganizationId organization(String arabic, String english) {
        var organization = new OrganizationId("organization-" + UUID.randomUUID());
        carryOut(new RegisterOrganization(organization, Text.ofBoth(arabic, english), now()), organization);
        return organization;
    }

    /** An organisation with a name that no other has. */
    protected OrganizationId organization() {
        var name = UUID.randomUUID().toString();
        return organization("منظمة " + name, "Organisation " + name);
    }

    /** Somebody of this organisation, with an account. */
    protected Person person(OrganizationId organization, Role role) {
        var account = new Account(
                new PersonId("person-" + UUID.randomUUID()),
                "login-" + UUID.randomUUID(),
                organization,
                role,
                knownHash());
        add(account);
        return person(account);
    }

    protected Person person(Account account) {
        return new Person(client(), account.login(), account.organization(), Tokens.make(tokens, account.person()));
    }

    protected Person coordinator() {
        return person(organization(), Role.COORDINATOR);
    }

    /** A coalition of the first, who is its steward, and the others. */
    protected CoalitionId coalition(OrganizationId founder, OrganizationId... members) {
        var coalition = new CoalitionId("coalition-" + UUID.randomUUID());
        carryOut(
                new FoundCoalition(
                        coalition, Text.ofBoth("تحالف", "Coalition"), Text.of("en", "Together"), founder, now()),
                founder);
        for (var member : members) {
            letIn(coalition, founder, member);
        }
        return coalition;
    }

    protected void letIn(CoalitionId coalition, OrganizationId steward, OrganizationId member) {
        var invitation = new InvitationId("invitation-" + UUID.randomUUID());
        carryOut(new InviteOrganization(coalition, invitation, member, steward, now()), steward);
        carryOut(new AcceptInvitation(coalition, invitation, member, now()), member);
    }

    /** Two member organisations, of which the first is a steward, appoint this person for a month. */
    protected void audits(Person auditor, CoalitionId coalition, OrganizationId steward, OrganizationId second) {
        var person = personId(auditor);
        var until = now().plus(Duration.ofDays(30));
        carryOut(new ProposeAuditor(coalition, person, until, steward, now()), steward);
        carryOut(new SecondAuditor(coalition, person, steward, until, second, now()), second);
    }

    protected PersonId personId(Person person) {
        return accounts.byLogin(person.login()).orElseThrow().person();
    }

    protected Receipt carryOut(Object command, OrganizationId by) {
        return commands.carryOut(command, new Actor(new PersonId("preparation"), by), null);
    }

    protected Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Until all rows reflect what is in the log. */
    protected void rowsAreThere() {
        findingsAreRaised();
        assertThat(views.await(history.head() - 1, Duration.ofSeconds(10))).isTrue();
    }

    /** What there is to find around what was scheduled so far. */
    private void findingsAreRaised() {
        var head = history.head();
        var patience = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (looking.next() < head && System.nanoTime() < patience) {
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
        assertThat(looking.next()).isGreaterThanOrEqualTo(head);
    }

    /** Names of the coalition's events, in order, from a position on. */
    protected static List<String> events(Person reader, CoalitionId coalition, long from) {
        var answer = reader.get("/coalitions/" + coalition + "/history?from=" + from);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body()
                .lines()
                .map(line -> JSON.readTree(line).path("event").asString())
                .toList();
    }

    /** What a command answered that was carried out. */
    protected static JsonNode done(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
        var body = json(answer);
        assertThat(answer.headers().firstValue("Tansiq-Position"))
                .contains(body.path("position").asString());
        return body;
    }

    protected static String id(HttpResponse<String> answer) {
        return done(answer).path("id").asString();
    }

    /** The rows of a view as they are once they reflect all that is in the log. */
    protected JsonNode rows(Person reader, CoalitionId coalition, String view) {
        var answer =
                reader.get("/coalitions/" + coalition + "/" + view, "Tansiq-After", Long.toString(history.head() - 1));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    protected JsonNode row(Person reader, CoalitionId coalition, String view, String id) {
        return rows(reader, coalition, view)
                .valueStream()
                .filter(row -> row.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
