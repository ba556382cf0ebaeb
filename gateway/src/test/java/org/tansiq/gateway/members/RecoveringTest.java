package org.tansiq.gateway.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tansiq.gateway.members.SigningInTest.location;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tansiq.domain.shared.PersonId;
import org.tansiq.infra.members.Account;
import org.tansiq.infra.members.Identities;
import org.tansiq.infra.members.Identity;
import org.tansiq.infra.members.Role;
import org.tansiq.probe.Authenticator;
import org.tansiq.probe.Client;
import org.tansiq.probe.ServerTest;

/** New recovery codes, another authenticator, and the way back for who has lost everything. */
class RecoveringTest extends ServerTest {
    private static final String CODES = "/account/recovery-codes";
    private static final String AUTHENTICATOR = "/account/authenticator";
    private static final String FINISH = "/account/authenticator/code";

    @Autowired
    private Identities identities;

    private Client signedIn(Account account) {
        var browser = client();
        assertThat(location(browser.signIn(account.login(), PASSWORD))).endsWith("/");
        return browser;
    }

    private static HttpResponse<String> press(Client browser, String path, Map<String, String> fields) {
        var all = new HashMap<>(fields);
        all.put("_csrf", browser.token("/account"));
        return browser.form(path, all);
    }

    private static HttpResponse<String> proven(Client browser, String path, String code) {
        return press(browser, path, Map.of("current", PASSWORD, "code", code));
    }

    private static boolean isIn(Client browser) {
        return browser.get("/api/v1/me").statusCode() == 200;
    }

    private HttpResponse<String> atTheDoor(Account account, String code) {
        var browser = client();
        assertThat(location(browser.enterPassword(account.login(), PASSWORD))).isEqualTo("/sign-in/code");
        return browser.enterCode(code);
    }

    private void assertOpens(Account account, String code) {
        assertThat(location(atTheDoor(account, code))).isEqualTo("/");
    }

    private void assertOpensNot(Account account, String code) {
        assertThat(location(atTheDoor(account, code))).isEqualTo("/sign-in/code?wrong");
    }

    private List<String> newCodes(Account account, Client browser) {
        var answer = proven(browser, CODES, Authenticator.code(account.login()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return SecondFactorPage.recovery(answer.body());
    }

    private Account colleague(Account of, Role role) {
        var name = UUID.randomUUID().toString();
        var account = new Account(new PersonId(name), "login-" + name, of.organization(), role, knownHash());
        add(account);
        return account;
    }

    private static HttpResponse<String> reset(Client browser, PersonId person) {
        return press(browser, "/account/people/" + person + "/reset-second-factor", Map.of());
    }

    @Test
    void new_recovery_codes_open_and_the_old_ones_open_nothing_any_more() {
        var mona = account(Role.MEMBER);
        var browser = signedIn(mona);
        var old = newCodes(mona, browser);
        assertThat(old).hasSize(10).doesNotHaveDuplicates();

        var fresh = newCodes(mona, browser);

        assertThat(fresh).hasSize(10).doesNotContainAnyElementsOf(old);
        assertThat(browser.get("/account").body()).contains("id=\"recovery-left\">10<");
        assertOpensNot(mona, old.getFirst());
        assertOpens(mona, fresh.getFirst());
        assertThat(browser.get("/account").body()).contains("id=\"recovery-left\">9<");
        assertThat(isIn(browser)).isTrue();
    }

    @Test
    void new_recovery_codes_need_the_password_and_the_authenticator() {
        var mona = account(Role.MEMBER);
        var browser = signedIn(mona);
        var codes = newCodes(mona, browser);

        var wrongPassword = press(browser, CODES, Map.of("current", "wrong", "code", Authenticator.code(mona.login())));
        assertThat(wrongPassword.statusCode()).isEqualTo(422);
        assertThat(wrongPassword.body()).contains("The present password is wrong.");
        assertThat(proven(browser, CODES, "000").statusCode()).isEqualTo(422);
        var byRecovery = proven(browser, CODES, codes.get(1));
        assertThat(byRecovery.statusCode())
                .as("a found list does not renew itself")
                .isEqualTo(422);
        assertThat(SecondFactorPage.recovery(byRecovery.body())).isEmpty();
        assertThat(browser.form(CODES, Map.of("current", PASSWORD, "code", "1")).statusCode())
                .isEqualTo(403);

        assertOpens(mona, codes.get(1));
    }

    @Test
    void after_five_tries_in_a_minute_even_what_is_right_waits() {
        var mona = account(Role.MEMBER);
        var browser = signedIn(mona);
        for (var i = 0; i < 5; i++) {
            assertThat(press(browser, CODES, Map.of("current", "wrong", "code", "000"))
                            .statusCode())
                    .isEqualTo(422);
        }

        assertThat(proven(browser, CODES, Authenticator.code(mona.login())).statusCode())
                .isEqualTo(429);
    }

    @Test
    void another_authenticator_takes_the_place_of_the_old_one_and_ends_the_other_sessions() {
        var mona = account(Role.AUDITOR);
        var here = signedIn(mona);
        var there = signedIn(mona);
        var old = newCodes(mona, here);

        var shown = proven(here, AUTHENTICATOR, old.getFirst());
        assertThat(shown.statusCode()).as(shown.body()).isEqualTo(200);
        assertThat(shown.body()).contains("<svg");
        var secret = SecondFactorPage.decoded(SecondFactorPage.secret(shown.body()));
        assertThat(isIn(there)).as("nothing has changed yet").isTrue();
        var before = secondFactors.find(mona.person()).orElseThrow();

        var mistyped = press(here, FINISH, Map.of("code", "000"));
        assertThat(mistyped.statusCode()).isEqualTo(422);
        assertThat(mistyped.body()).contains("This code is wrong").doesNotContain("<svg", "id=\"secret\"");
        var elsewhere = press(there, FINISH, Map.of("code", Authenticator.code(secret, Authenticator.now())));
        assertThat(elsewhere.statusCode()).as("only where it was asked for").isEqualTo(422);
        var done = press(here, FINISH, Map.of("code", Authenticator.code(secret, Authenticator.now() - 1)));

        assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
        assertThat(isIn(here)).isTrue();
        assertThat(isIn(there)).isFalse();
        var kept = secondFactors.find(mona.person()).orElseThrow();
        assertThat(kept.secret()).startsWith("sealed:").isNotEqualTo(before.secret());
        assertOpensNot(mona, old.get(1));
        assertOpens(mona, Authenticator.code(secret, Authenticator.now() + 1));
        assertOpens(mona, SecondFactorPage.recovery(done.body()).getFirst());
    }

    @Test
    void another_authenticator_needs_the_password_and_a_code() {
        var mona = account(Role.MEMBER);
        var browser = signedIn(mona);

        assertThat(press(browser, AUTHENTICATOR, Map.of("current", "wrong", "code", Authenticator.code(mona.login())))
                        .statusCode())
                .isEqualTo(422);
        var wrongCode = proven(browser, AUTHENTICATOR, "000");
        assertThat(wrongCode.statusCode()).isEqualTo(422);
        assertThat(wrongCode.body()).doesNotContain("<svg");
        assertThat(press(browser, FINISH, Map.of("code", "000")).statusCode()).isEqualTo(422);

        assertOpens(mona, Authenticator.code(mona.login()));
    }

    @Test
    void a_coordinator_resets_the_second_factor_of_a_colleague_who_sets_up_a_new_one_with_the_password() {
        var coordinator = account(Role.COORDINATOR);
        var mona = colleague(coordinator, Role.MEMBER);
        var hers = signedIn(mona);
        var program = bearer(mona);
        assertThat(identities.link(new Identity("hers-" + mona.person(), mona.person(), Instant.EPOCH)))
                .isTrue();
        var browser = signedIn(coordinator);
        assertThat(browser.get("/account").body()).contains("Reset the second factor");

        assertThat(location(reset(browser, mona.person()))).isEqualTo("/account?done");

        assertThat(isIn(hers)).isFalse();
        assertThat(identities.of(mona.person())).isEmpty();
        problem(client().get("/api/v1/me", program), 401, "bad-token");
        assertThat(browser.get("/account").body()).doesNotContain("Reset the second factor");
        var again = client();
        assertThat(location(again.enterPassword(mona.login(), "wrong"))).isEqualTo("/sign-in?wrong");
        assertThat(location(again.enterPassword(mona.login(), PASSWORD))).isEqualTo("/sign-in/code");
        assertThat(isIn(again)).as("the password alone opens nothing").isFalse();
        var token = again.token("/sign-in/second-factor");
        assertThat(location(
                        again.form("/sign-in/code", Map.of("code", Authenticator.code(mona.login()), "_csrf", token))))
                .as("the old one opens nothing")
                .isEqualTo("/sign-in/code?wrong");
        var secret = SecondFactorPage.decoded(
                SecondFactorPage.secret(again.get("/sign-in/second-factor").body()));
        var done = again.form(
                "/sign-in/second-factor",
                Map.of("code", Authenticator.code(secret, Authenticator.now()), "_csrf", token));
        assertThat(SecondFactorPage.recovery(done.body())).hasSize(10);
        assertThat(isIn(again)).isTrue();
    }

    @Test
    void nobody_resets_their_own_or_that_of_another_organization_and_only_coordinators_do() {
        var coordinator = account(Role.COORDINATOR);
        var member = colleague(coordinator, Role.MEMBER);
        var auditor = colleague(coordinator, Role.AUDITOR);
        var stranger = account(Role.MEMBER);
        var browser = signedIn(coordinator);

        assertThat(reset(browser, coordinator.person()).statusCode()).isEqualTo(409);
        assertThat(reset(browser, stranger.person()).statusCode()).isEqualTo(404);
        assertThat(reset(browser, new PersonId("nobody")).statusCode()).isEqualTo(404);
        for (var other : List.of(member, auditor, stranger)) {
            assertThat(reset(signedIn(other), coordinator.person()).statusCode())
                    .isEqualTo(403);
        }
        var path = "/account/people/" + member.person() + "/reset-second-factor";
        assertThat(client().form(path, Map.of(), bearer(coordinator)).statusCode())
                .as("not by a token")
                .isEqualTo(403);

        for (var account : List.of(coordinator, member, stranger)) {
            assertThat(secondFactors.find(account.person())).isPresent();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {CODES, AUTHENTICATOR, FINISH})
    void nobody_renews_anything_with_the_password_alone(String path) {
        var mona = account(Role.MEMBER);
        var browser = client();
        var unused = browser.enterPassword(mona.login(), PASSWORD);

        var answer =
                browser.form(path, Map.of("current", PASSWORD, "code", "1", "_csrf", browser.token("/sign-in/code")));

        assertThat(location(answer)).isEqualTo("/sign-in/code");
    }

    @Test
    void the_account_says_nothing_of_forms_that_need_scripts() {
        var browser = signedIn(account(Role.MEMBER));

        assertThat(browser.get("/account").body()).doesNotContain("nothing can be changed");
        assertThat(browser.get("/").body()).contains("nothing can be changed");
    }
}
