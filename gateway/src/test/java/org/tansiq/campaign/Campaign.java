package org.tansiq.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.tansiq.domain.members.RegisterOrganization;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.PersonId;
import org.tansiq.domain.shared.Text;
import org.tansiq.gateway.actions.LookingForFindings;
import org.tansiq.gateway.members.Passwords;
import org.tansiq.infra.history.History;
import org.tansiq.infra.members.Account;
import org.tansiq.infra.members.Accounts;
import org.tansiq.infra.members.Role;
import org.tansiq.infra.members.SecondFactors;
import org.tansiq.infra.tokens.ApiTokens;
import org.tansiq.infra.wiring.Actor;
import org.tansiq.infra.wiring.Commands;
import org.tansiq.infra.wiring.Views;
import org.tansiq.probe.Authenticator;
import org.tansiq.probe.Client;
import org.tansiq.probe.Tokens;

/** Organisations, their people and their coalitions, on a running server. */
public final class Campaign {
    private static final String PASSWORD = "eleven small lanterns";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Made once: it takes a core for a while, on purpose. */
    private static volatile @Nullable String hash;

    private final ApplicationContext application;
    private final Client client;

    public Campaign(ApplicationContext application, int port) {
        this.application = application;
        client = new Client(port);
    }

    public Client client() {
        return client;
    }

    public String server() {
        return client.server();
    }

    /** A coordinator of a new organisation, whose name is made its own. */
    public Person organization(String name) {
        var id = new OrganizationId(name.toLowerCase(Locale.ROOT) + "-" + UUID.randomUUID());
        application
                .getBean(Commands.class)
                .carryOut(
                        new RegisterOrganization(id, Text.of("en", name + " " + id), Instant.now()),
                        new Actor(new PersonId("sign-up"), id),
                        null);
        return person(id, Role.COORDINATOR);
    }

    public Person person(OrganizationId organization, Role role) {
        var id = UUID.randomUUID().toString();
        var account = new Account(new PersonId("person-" + id), "login-" + id, organization, role, hash());
        application.getBean(Accounts.class).add(account);
        Authenticator.giveTo(account.person(), application.getBean(SecondFactors.class));
        return person(account);
    }

    /** Somebody who has an account already. */
    public Person known(String login) {
        return person(application.getBean(Accounts.class).byLogin(login).orElseThrow());
    }

    private Person person(Account account) {
        return new Person(client, account, Tokens.make(application.getBean(ApiTokens.class), account.person()));
    }

    /** Whom another start of the server knew. */
    public Person again(Person person) {
        return known(person.login());
    }

    /** Founded by one, joined by the others. */
    public Coalition coalition(Person founder, Person... others) {
        var id = founder.post("/api/v1/coalitions", Map.of("name", Map.of("en", "Ghouta", "ar", "الغوطة")))
                .id();
        var coalition = new Coalition(this, id);
        settle();
        for (var other : others) {
            coalition.admit(founder, other);
        }
        return coalition;
    }

    /** Waits until every view shows all that has happened, and what there is to find has been found. */
    public void settle() {
        var looking = application.getBean(LookingForFindings.class);
        var head = history().head();
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (looking.next() < head && System.nanoTime() < until) {
            LockSupport.parkNanos(5_000_000);
        }
        assertThat(application.getBean(Views.class).await(history().head() - 1, PATIENCE))
                .as("the views have come up with the log")
                .isTrue();
    }

    History history() {
        return application.getBean(History.class);
    }

    private String hash() {
        var known = hash;
        if (known == null) {
            known = application.getBean(Passwords.class).hash(PASSWORD);
            hash = known;
        }
        return known;
    }
}
