package org.tansiq.gateway.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tansiq.gateway.members.SigningInTest.location;

import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.PersonId;
import org.tansiq.infra.members.Account;
import org.tansiq.infra.members.Role;
import org.tansiq.probe.Authenticator;
import org.tansiq.probe.Client;
import org.tansiq.probe.ServerTest;

class SecondFactorTest extends ServerTest {
    private static final String SET_UP = "/sign-in/second-factor";

    private Account newcomer() {
        var name = UUID.randomUUID().toString();
        var account = new Account(
                new PersonId(name), "login-" + name, new OrganizationId("o-" + name), Role.MEMBER, knownHash());
        accounts.add(account);
        return account;
    }

    private static boolean isIn(Client browser) {
        return browser.get("/api/v1/me").statusCode() == 200;
    }

    private Client atTheDoor(Account account) {
        var browser = client();
        assertThat(location(browser.enterPassword(account.login(), PASSWORD))).isEqualTo("/sign-in/code");
        return browser;
    }

    private static HttpResponse<String> confirm(Client browser, String code, String token) {
        return browser.form(SET_UP, Map.of("code", code, "_csrf", token));
    }

    private record SetUp(String secret, List<String> recovery) {}

    private SetUp setUp(Account account) {
        var browser = atTheDoor(account);
        assertThat(location(browser.get("/sign-in/code"))).isEqualTo(SET_UP);
        var token = browser.token(SET_UP);
        var secret = SecondFactorPage.secret(browser.get(SET_UP).body());
        var done =
                confirm(browser, Authenticator.code(SecondFactorPage.decoded(secret), Authenticator.now() - 1), token);
        assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
        assertThat(isIn(browser)).isTrue();
        return new SetUp(secret, SecondFactorPage.recovery(done.body()));
    }

    @Test
    void whoever_has_none_sets_it_up_right_after_the_password() {
        var mona = newcomer();
        var browser = atTheDoor(mona);
        var page = browser.get(SET_UP).body();

        assertThat(page).contains("<svg", "viewBox", "Or type this into it");
        assertThat(SecondFactorPage.secret(page))
                .hasSize(39)
                .isNotEqualTo(SecondFactorPage.secret(browser.get(SET_UP).body()));

        var setUp = setUp(mona);
        assertThat(setUp.recovery()).hasSize(10).doesNotHaveDuplicates();
        assertThat(location(atTheDoor(mona).get(SET_UP))).isEqualTo("/sign-in/code");
    }

    @Test
    void a_mistyped_first_code_sets_nothing_up_and_shows_no_secret_again() {
        var mona = newcomer();
        var browser = atTheDoor(mona);
        var token = browser.token(SET_UP);
        var secret = SecondFactorPage.secret(browser.get(SET_UP).body());

        assertThat(location(confirm(browser, "000", token))).isEqualTo(SET_UP + "?wrong");
        assertThat(browser.get(SET_UP + "?wrong").body())
                .contains("This code is wrong")
                .doesNotContain("<svg", "id=\"secret\"");
        assertThat(isIn(browser)).isFalse();

        assertThat(confirm(browser, Authenticator.code(SecondFactorPage.decoded(secret), Authenticator.now()), token)
                        .statusCode())
                .isEqualTo(200);
        assertThat(isIn(browser)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/account", "/operations", "/coalitions/x/tasks"})
    void with_the_password_alone_every_page_leads_to_the_code(String path) {
        var browser = atTheDoor(account(Role.COORDINATOR));

        assertThat(location(browser.get(path))).isEqualTo("/sign-in/code");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/me", "/api/v1/coalitions", "/api/v1/openapi.json", "/live", "/api/v1/nothing"})
    void with_the_password_alone_the_api_is_closed(String path) {
        var browser = atTheDoor(account(Role.COORDINATOR));

        problem(browser.get(path), 401, "unauthenticated");
        problem(
                browser.json("/api/v1/probe", "{}", "X-CSRF-TOKEN", browser.token("/sign-in/code")),
                401,
                "unauthenticated");
    }

    @Test
    void the_code_leads_to_where_the_reader_wanted_to_be_under_another_cookie() {
        var mona = account(Role.MEMBER);
        var browser = client();
        var unused = browser.get("/account?x=1");
        var before = cookie(browser.enterPassword(mona.login(), PASSWORD));

        var answer = browser.enterCode(Authenticator.code(mona.login()));

        assertThat(location(answer)).isEqualTo("/account?x=1");
        assertThat(cookie(answer)).isNotEqualTo(before);
        assertThat(location(browser.get("/sign-in/code"))).isEqualTo("/");
    }

    private static String cookie(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(set -> set.startsWith("tansiq="))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_code_opens_once() {
        var mona = newcomer();
        var secret = setUp(mona).secret();
        var code = Authenticator.code(SecondFactorPage.decoded(secret), Authenticator.now() + 1);

        assertThat(location(atTheDoor(mona).enterCode(code))).isEqualTo("/");
        var second = atTheDoor(mona);
        assertThat(location(second.enterCode(code))).isEqualTo("/sign-in/code?wrong");
        assertThat(isIn(second)).isFalse();
    }

    @Test
    void digits_may_be_written_in_arabic() {
        var mona = newcomer();
        var code = Authenticator.code(SecondFactorPage.decoded(setUp(mona).secret()), Authenticator.now() + 1);
        var arabic = new StringBuilder();
        code.chars().forEach(digit -> arabic.append((char) (digit - '0' + '\u0660')));

        assertThat(location(atTheDoor(mona).enterCode(arabic.toString()))).isEqualTo("/");
    }

    @Test
    void a_recovery_code_opens_once_in_its_place() {
        var mona = newcomer();
        var recovery = setUp(mona).recovery();

        assertThat(location(atTheDoor(mona).enterCode(recovery.getFirst().toLowerCase(Locale.ROOT))))
                .isEqualTo("/");
        assertThat(location(atTheDoor(mona).enterCode(recovery.getFirst()))).isEqualTo("/sign-in/code?wrong");
        assertThat(location(atTheDoor(mona).enterCode(recovery.getLast()))).isEqualTo("/");
        assertThat(location(atTheDoor(account(Role.MEMBER)).enterCode(recovery.get(1))))
                .isEqualTo("/sign-in/code?wrong");
    }

    @Test
    void after_five_codes_in_a_minute_even_the_right_one_waits() {
        var mona = account(Role.MEMBER);
        var browser = atTheDoor(mona);
        for (var i = 0; i < 5; i++) {
            assertThat(location(browser.enterCode("wrong"))).isEqualTo("/sign-in/code?wrong");
        }

        var answer = browser.enterCode(Authenticator.code(mona.login()));

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 61L);
        assertThat(isIn(browser)).isFalse();
        assertThat(isIn(signedIn(account(Role.MEMBER))))
                .as("others are not held up")
                .isTrue();
    }

    private Client signedIn(Account account) {
        var browser = client();
        assertThat(location(browser.signIn(account.login(), PASSWORD))).endsWith("/");
        return browser;
    }

    @Test
    void the_store_holds_neither_the_secret_nor_a_recovery_code() {
        var mona = newcomer();
        var setUp = setUp(mona);

        var kept = secondFactors.find(mona.person()).orElseThrow();

        assertThat(kept.secret()).startsWith("sealed:");
        assertThat(kept.secret())
                .doesNotContain(Base64.getEncoder().encodeToString(SecondFactorPage.decoded(setUp.secret())));
        assertThat(kept.recovery()).hasSize(10).doesNotContainAnyElementsOf(setUp.recovery());
    }
}
