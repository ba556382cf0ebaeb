package org.tansiq.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.shared.PersonId;
import org.tansiq.infra.members.Account;
import org.tansiq.infra.members.Role;
import org.tansiq.probe.Client;
import org.tansiq.probe.ServerTest;

/** An open socket ends with what it was opened by. */
class EndedSocketsTest extends ServerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int POLICY_VIOLATION = 1008;

    private record At(Client browser, LiveSocket socket) {}

    private At signedIn(Account account) {
        var browser = client();
        var answer = browser.signIn(account.login(), PASSWORD);
        var cookie = answer.headers().allValues("Set-Cookie").stream()
                .filter(set -> set.startsWith("tansiq="))
                .findFirst()
                .orElseThrow()
                .split(";", -1)[0];
        return new At(browser, LiveSocket.open(browser.server(), "Cookie", cookie));
    }

    private static boolean isOpen(LiveSocket socket) {
        socket.send("CONNECT\naccept-version:1.2\nheart-beat:0,0\n\n\0");
        return socket.next().command().equals("CONNECTED");
    }

    @Test
    void it_ends_with_its_session_and_others_do_not() {
        var mona = account(Role.MEMBER);
        var here = signedIn(mona);
        var there = signedIn(mona);

        var unused =
                here.browser().form("/sign-out", Map.of("_csrf", here.browser().token("/")));

        assertThat(here.socket().closed(PATIENCE)).isEqualTo(POLICY_VIOLATION);
        assertThat(isOpen(there.socket())).isTrue();
        there.socket().close();
    }

    @Test
    void it_ends_when_its_person_signs_out_everywhere_however_it_was_opened() {
        var mona = account(Role.MEMBER);
        var here = signedIn(mona);
        var program = LiveSocket.open(here.browser().server(), bearer(mona));
        var adam = signedIn(account(Role.MEMBER));

        var unused = here.browser()
                .form(
                        "/account/sign-out-everywhere",
                        Map.of("_csrf", here.browser().token("/account")));

        assertThat(here.socket().closed(PATIENCE)).isEqualTo(POLICY_VIOLATION);
        assertThat(program.closed(PATIENCE)).isEqualTo(POLICY_VIOLATION);
        assertThat(isOpen(adam.socket())).isTrue();
        adam.socket().close();
    }

    @Test
    void it_ends_when_its_person_is_locked_out() {
        var coordinator = account(Role.COORDINATOR);
        var name = UUID.randomUUID().toString();
        var mona =
                new Account(new PersonId(name), "login-" + name, coordinator.organization(), Role.MEMBER, knownHash());
        add(mona);
        var hers = signedIn(mona);
        var own = signedIn(coordinator);

        var unused = own.browser()
                .form(
                        "/account/people/" + mona.person() + "/lock",
                        Map.of("_csrf", own.browser().token("/account")));

        assertThat(hers.socket().closed(PATIENCE)).isEqualTo(POLICY_VIOLATION);
        assertThat(isOpen(own.socket())).isTrue();
        own.socket().close();
    }

    @Test
    void one_opened_by_a_ticket_ends_with_the_session_that_made_the_ticket() {
        var mona = account(Role.MEMBER);
        var here = client();
        var there = client();
        var both = List.of(here, there);
        both.forEach(browser ->
                assertThat(browser.signIn(mona.login(), PASSWORD).statusCode()).isEqualTo(302));
        var sockets = both.stream().map(EndedSocketsTest::byTicket).toList();

        var unused = here.form("/sign-out", Map.of("_csrf", here.token("/")));

        assertThat(sockets.getFirst().closed(PATIENCE)).isEqualTo(POLICY_VIOLATION);
        assertThat(isOpen(sockets.getLast())).isTrue();
        sockets.getLast().close();
    }

    private static LiveSocket byTicket(Client browser) {
        var made = browser.send(
                "POST",
                "/api/v1/me/socket-tickets",
                HttpRequest.BodyPublishers.noBody(),
                "X-CSRF-TOKEN",
                browser.token("/sign-in"));
        return LiveSocket.openAt(
                browser.server(), "/live?ticket=" + json(made).path("ticket").asString());
    }

    /** It has to be closed within five seconds; the rest is left for the closing. */
    @Test
    void each_is_asked_about_every_two_seconds_or_more_often() {
        assertThat(EndedRights.EVERY).isLessThanOrEqualTo(Duration.ofSeconds(2));
    }
}
