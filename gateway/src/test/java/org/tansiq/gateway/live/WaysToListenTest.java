package org.tansiq.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.tansiq.campaign.CoalitionTest;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.PersonId;
import org.tansiq.infra.tokens.Scope;
import org.tansiq.infra.tokens.TokenSecret;
import org.tansiq.probe.Client;
import org.tansiq.probe.Tokens;

/** With what a socket is opened, and how it ends when that ends. */
class WaysToListenTest extends CoalitionTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String TICKETS = "/api/v1/me/socket-tickets";

    private String ticket() {
        return berlin.post(TICKETS).done().json().path("ticket").asString();
    }

    private LiveSocket connected(String path, String... headers) {
        var live = LiveSocket.openAt(campaign.server(), path, headers);
        live.send("CONNECT\naccept-version:1.2\nheart-beat:0,0\n\n\0");
        assertThat(live.next().command()).isEqualTo("CONNECTED");
        return live;
    }

    private int refused(String path, String... headers) {
        var failure = catchThrowableOfType(
                CompletionException.class, () -> LiveSocket.openAt(campaign.server(), path, headers));
        return failure.getCause() instanceof WebSocketHandshakeException refused
                ? refused.getResponse().statusCode()
                : 0;
    }

    private void hears(LiveSocket live) {
        live.to(ghouta, "tasks");
        berlin.post(ghouta.path("/tasks"), Map.of("title", Map.of("en", "Permit")))
                .done();
        assertThat(live.next().command()).isEqualTo("MESSAGE");
    }

    @Test
    void a_ticket_opens_one_socket_and_no_second() {
        var ticket = ticket();

        try (var live = connected("/live?ticket=" + ticket)) {
            hears(live);
        }
        assertThat(refused("/live?ticket=" + ticket)).isEqualTo(401);
        assertThat(refused("/live?ticket=tansiq_guessed")).isEqualTo(401);
        assertThat(refused("/live?ticket=")).isEqualTo(401);
    }

    @Test
    void a_ticket_opens_nothing_but_a_socket() {
        var ticket = ticket();

        assertThat(campaign.client().get("/api/v1/me?ticket=" + ticket).statusCode())
                .isEqualTo(401);
        assertThat(campaign.client()
                        .get("/api/v1/me", "Authorization", "Bearer " + ticket)
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_ticket_is_made_in_a_session_with_the_token_of_its_pages_only() {
        var browser = new Client(port);
        var unused = browser.signIn(berlin.login(), PASSWORD);

        problem(browser.send("POST", TICKETS, BodyPublishers.noBody()), 403, "csrf");
        var made = browser.send("POST", TICKETS, BodyPublishers.noBody(), "X-CSRF-TOKEN", browser.token("/sign-in"));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        try (var live = connected("/live?ticket=" + json(made).path("ticket").asString())) {
            hears(live);
        }
        problem(campaign.client().send("POST", TICKETS, BodyPublishers.noBody()), 401, "unauthenticated");
    }

    @Test
    void a_ticket_helps_no_page_of_another_site() {
        assertThat(refused("/live?ticket=" + ticket(), "Origin", "https://elsewhere.example"))
                .isEqualTo(403);
        connected("/live?ticket=" + ticket(), "Origin", campaign.server()).close();
    }

    @Test
    void a_ticket_of_a_token_sees_what_the_token_sees() {
        var aleppo = campaign.coalition(berlin);
        var secret = Tokens.make(
                tokens, new PersonId(berlin.id()), Scope.READ, new CoalitionId(aleppo.id()), Duration.ofDays(1));
        var made = campaign.client()
                .send("POST", TICKETS, BodyPublishers.noBody(), "Authorization", Tokens.bearer(secret));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);

        try (var live = connected("/live?ticket=" + json(made).path("ticket").asString())) {
            live.to(aleppo, "tasks");
            live.ask("/topic/coalitions/" + ghouta.id() + "/tasks");
            assertThat(live.next().command()).isEqualTo("ERROR");
        }
    }

    @Test
    void a_socket_ends_when_its_token_is_revoked_and_others_of_the_person_do_not() {
        var berlins = new PersonId(berlin.id());
        var secret = Tokens.make(tokens, berlins);
        var id = tokens.bySecret(TokenSecret.hash(secret)).orElseThrow().id();
        var made = campaign.client()
                .send("POST", TICKETS, BodyPublishers.noBody(), "Authorization", Tokens.bearer(secret));
        try (var other = LiveSocket.of(campaign.server(), berlin);
                var direct = connected("/live", "Authorization", Tokens.bearer(secret));
                var byTicket =
                        connected("/live?ticket=" + json(made).path("ticket").asString())) {
            hears(direct);

            assertThat(tokens.revoke(berlins, id)).isTrue();

            assertThat(direct.closed(PATIENCE)).isEqualTo(1008);
            assertThat(byTicket.closed(PATIENCE)).isEqualTo(1008);
            hears(other);
        }
    }

    @Test
    void a_socket_ends_when_its_token_expires() {
        var secret = Tokens.make(tokens, new PersonId(berlin.id()), Scope.READ, null, Duration.ofSeconds(3));
        try (var live = connected("/live", "Authorization", Tokens.bearer(secret))) {
            assertThat(live.closed(PATIENCE)).isEqualTo(1008);
        }
    }
}
