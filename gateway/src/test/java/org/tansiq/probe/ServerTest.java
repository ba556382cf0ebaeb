package org.tansiq.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.PersonId;
import org.tansiq.gateway.Tansiq;
import org.tansiq.gateway.members.Passwords;
import org.tansiq.infra.feeds.Feeds;
import org.tansiq.infra.members.Account;
import org.tansiq.infra.members.Accounts;
import org.tansiq.infra.members.Role;
import org.tansiq.infra.members.SecondFactors;
import org.tansiq.infra.tokens.ApiTokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A test of the running server over HTTP. All of them share one server. */
@SpringBootTest(classes = Tansiq.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(ProbeServer.class)
public abstract class ServerTest {
    protected static final String PASSWORD = "eleven small lanterns";

    private static @Nullable String knownHash;

    protected static final JsonMapper JSON = new JsonMapper();

    @LocalServerPort
    protected int port;

    @Autowired
    protected Accounts accounts;

    @Autowired
    protected SecondFactors secondFactors;

    @Autowired
    protected Passwords passwords;

    @Autowired
    protected ApiTokens tokens;

    @Autowired
    protected Feeds feeds;

    @DynamicPropertySource
    static void ownData(DynamicPropertyRegistry settings) {
        // They have tests of their own.
        settings.add("tansiq.limits.commands", () -> 1_000_000);
        settings.add("tansiq.limits.imports", () -> 1_000_000);
        settings.add("tansiq.limits.public-reading", () -> 1_000_000);
        settings.add("tansiq.limits.feeds", () -> 1_000_000);
        settings.add("tansiq.data", () -> {
            try {
                return Files.createTempDirectory("tansiq-test").toString();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }

    /** A server where nobody has an account has nothing to show. */
    @BeforeEach
    void somebodyHasAnAccount() {
        if (accounts.isEmpty()) {
            account(Role.MEMBER);
        }
    }

    protected Client client() {
        return new Client(port);
    }

    /** A new account with {@link #PASSWORD}; the login is its own. */
    protected Account account(Role role) {
        var name = UUID.randomUUID().toString();
        var account = new Account(
                new PersonId("person-" + name),
                "login-" + name,
                new OrganizationId("organization-" + name),
                role,
                knownHash());
        add(account);
        return account;
    }

    /** With the second factor of the {@link Authenticator}. */
    protected void add(Account account) {
        accounts.add(account);
        Authenticator.giveTo(account.person(), secondFactors);
    }

    /** Of {@link #PASSWORD}, made once: it is slow on purpose. */
    protected String knownHash() {
        synchronized (ServerTest.class) {
            if (knownHash == null) {
                knownHash = passwords.hash(PASSWORD);
            }
            return knownHash;
        }
    }

    /** The header of a new token that may do all that its owner may. */
    protected String[] bearer(Account account) {
        return new String[] {"Authorization", Tokens.bearer(Tokens.make(tokens, account.person()))};
    }

    protected static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    protected static JsonNode problem(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        var problem = json(response);
        assertThat(problem.path("code").asString()).isEqualTo(code);
        assertThat(problem.path("type").asString()).isEqualTo("urn:tansiq:problem:" + code);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("title").asString()).isNotBlank();
        assertThat(problem.path("detail").asString()).isNotBlank().doesNotContain("{", "}", "  ");
        assertThat(response.body()).doesNotContain("Exception", "at org.", "org.tansiq", "java.", "a secret of ours");
        return problem;
    }
}
