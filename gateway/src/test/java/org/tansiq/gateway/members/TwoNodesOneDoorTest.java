package org.tansiq.gateway.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.tansiq.campaign.MongoForTests;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.PersonId;
import org.tansiq.gateway.Tansiq;
import org.tansiq.infra.members.Account;
import org.tansiq.infra.members.Accounts;
import org.tansiq.infra.members.Role;
import org.tansiq.infra.members.SecondFactors;
import org.tansiq.probe.Authenticator;
import org.tansiq.probe.Client;

/** Who is signed in at one node is at all, and what ends at one has ended at all. */
class TwoNodesOneDoorTest {
    private static final String PASSWORD = "eleven small lanterns";
    private static final OrganizationId BERLIN = new OrganizationId("berlin");

    @TempDir
    Path folder;

    private ConfigurableApplicationContext node(MongoForTests mongo) {
        return new SpringApplicationBuilder(Tansiq.class)
                .registerShutdownHook(false)
                .run(
                        "--server.port=0",
                        "--tansiq.data=" + folder,
                        "--tansiq.store=mongodb",
                        "--tansiq.mongodb=" + mongo.connectionString(),
                        "--tansiq.allow-standalone=true");
    }

    private static Client at(ConfigurableApplicationContext node) {
        return new Client(node.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    private static void add(ConfigurableApplicationContext node, String login, Role role) {
        var account = new Account(
                new PersonId(login),
                login,
                BERLIN,
                role,
                node.getBean(Passwords.class).hash(PASSWORD));
        node.getBean(Accounts.class).add(account);
        Authenticator.giveTo(account.person(), node.getBean(SecondFactors.class));
    }

    private static int status(Client browser) {
        return browser.get("/api/v1/me").statusCode();
    }

    @Test
    void a_session_is_the_same_at_both_and_a_lock_out_counts_at_both() {
        try (var mongo = new MongoForTests();
                var one = node(mongo);
                var other = node(mongo)) {
            add(one, "mona", Role.MEMBER);
            add(one, "adam", Role.COORDINATOR);
            var mona = at(one);
            assertThat(mona.signIn("mona", PASSWORD).statusCode()).isEqualTo(302);
            var there = at(other).withCookiesOf(mona);
            assertThat(status(mona)).isEqualTo(200);
            assertThat(status(there)).isEqualTo(200);
            var adam = at(other);
            assertThat(adam.signIn("adam", PASSWORD).statusCode()).isEqualTo(302);

            var locked = adam.form("/account/people/mona/lock", Map.of("_csrf", adam.token("/account")));

            assertThat(locked.statusCode()).isEqualTo(302);
            assertThat(status(mona)).isEqualTo(401);
            assertThat(status(there)).isEqualTo(401);
            assertThat(status(adam)).isEqualTo(200);
            assertThat(status(at(one).withCookiesOf(adam))).isEqualTo(200);
        }
    }
}
