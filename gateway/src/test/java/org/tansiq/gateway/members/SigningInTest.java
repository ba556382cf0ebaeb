package org.tansiq.gateway.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;
import org.tansiq.infra.members.Account;
import org.tansiq.infra.members.Role;
import org.tansiq.probe.Client;
import org.tansiq.probe.ServerTest;

class SigningInTest extends ServerTest {
    @Test
    void a_reader_signs_in_with_the_form_and_out_again() {
        var mona = account(Role.MEMBER);
        var browser = client();

        assertThat(location(browser.get("/"))).isEqualTo("/sign-in");
        assertThat(location(browser.signIn(mona.login(), PASSWORD))).endsWith("/");
        assertThat(browser.get("/").body()).contains("My coalitions", "Sign out");
        assertThat(json(browser.get("/api/v1/me")).path("login").asString()).isEqualTo(mona.login());

        assertThat(location(browser.form("/sign-out", Map.of("_csrf", browser.token("/")))))
                .isEqualTo("/sign-in?signed-out");
        assertThat(location(browser.get("/"))).isEqualTo("/sign-in");
    }

    @Test
    void the_login_may_be_in_any_case() {
        var mona = account(Role.MEMBER);

        assertThat(location(client().signIn(mona.login().toUpperCase(Locale.ROOT), PASSWORD)))
                .endsWith("/");
    }

    @Test
    void after_signing_in_the_reader_is_where_they_wanted_to_be() {
        var mona = account(Role.MEMBER);
        var browser = client();
        var wanted = browser.get("/probe/fails/not-found?x=1");
        assertThat(location(wanted)).isEqualTo("/sign-in");

        assertThat(location(browser.signIn(mona.login(), PASSWORD))).endsWith("/probe/fails/not-found?x=1");
    }

    @Test
    void a_wrong_password_and_an_unknown_login_get_the_same_answer() {
        var mona = account(Role.MEMBER);

        var wrong = client().signIn(mona.login(), "not the password");
        var unknown = client().signIn("nobody-at-all", "not the password");

        assertThat(location(wrong)).isEqualTo("/sign-in?wrong");
        assertThat(location(unknown)).isEqualTo("/sign-in?wrong");
        assertThat(wrong.statusCode()).isEqualTo(unknown.statusCode());
        assertThat(client().get("/sign-in?wrong").body()).contains("Login or password is wrong.");
    }

    @Test
    void an_unknown_login_takes_the_work_of_a_wrong_password() {
        var mona = account(Role.MEMBER);
        var client = client();

        var known = fastest(() -> client.signIn(mona.login(), "wrong wrong"));
        var unknown = fastest(() -> client.signIn("nobody", "wrong wrong"));

        // A generous factor: without the work for nobody it would be a hundredfold.
        assertThat(unknown).isGreaterThan(known / 5);
    }

    private static long fastest(Runnable request) {
        var fastest = Long.MAX_VALUE;
        for (var i = 0; i < 3; i++) {
            var start = System.nanoTime();
            request.run();
            fastest = Math.min(fastest, System.nanoTime() - start);
        }
        return fastest;
    }

    @Test
    void the_session_cookie_is_for_this_server_s_pages_only() {
        var mona = account(Role.MEMBER);
        var answer = client().signIn(mona.login(), PASSWORD);

        assertThat(answer.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("tansiq=")
                        .contains("HttpOnly")
                        .contains("SameSite=Strict"));
    }

    @Test
    void the_session_changes_its_name_when_somebody_signs_in() {
        var mona = account(Role.MEMBER);
        var browser = client();
        var before = cookie(browser.get("/sign-in"));

        assertThat(cookie(browser.signIn(mona.login(), PASSWORD))).isNotEqualTo(before);
    }

    private static String cookie(HttpResponse<String> answer) {
        return answer.headers().firstValue("Set-Cookie").orElseThrow();
    }

    @Test
    void a_program_sends_its_credentials_with_each_request_and_has_no_session() {
        var mona = account(Role.AUDITOR);
        var program = client();

        var me = json(program.get("/api/v1/me", bearer(mona)));

        assertThat(me.path("person").asString()).isEqualTo(mona.person().value());
        assertThat(me.path("organization").asString())
                .isEqualTo(mona.organization().value());
        assertThat(me.path("role").asString()).isEqualTo("AUDITOR");
        assertThat(program.hasCookies()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/me", "/api/v1/nothing", "/api/v1/openapi.json", "/live", "/actuator/env"})
    void without_an_account_the_api_says_so_and_challenges_nobody(String path) {
        var program = client();
        var answer = program.get(path);

        problem(answer, 401, "unauthenticated");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
        assertThat(program.hasCookies()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic", "Basic !!!", "Basic bm9jb2xvbg==", "Digest x", ""})
    void credentials_that_are_none_are_refused(String header) {
        var answer = client().get("/api/v1/me", "Authorization", header);

        problem(answer, 401, "unauthenticated");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
    }

    @Test
    void a_right_login_and_password_in_a_header_open_nothing() {
        var mona = account(Role.MEMBER);

        problem(
                client().get("/api/v1/me", "Authorization", Client.basic(mona.login(), PASSWORD)),
                401,
                "unauthenticated");
        assertThat(location(client().signIn(mona.login(), PASSWORD))).endsWith("/");
    }

    @Test
    void credentials_of_a_request_count_alone_even_within_a_session() {
        var mona = account(Role.MEMBER);
        var adam = account(Role.MEMBER);
        var browser = client();
        var unused = browser.signIn(mona.login(), PASSWORD);

        assertThat(json(browser.get("/api/v1/me", bearer(adam))).path("login").asString())
                .isEqualTo(adam.login());
        problem(browser.get("/api/v1/me", "Authorization", "Bearer x"), 401, "bad-token");
        assertThat(json(browser.get("/api/v1/me")).path("login").asString()).isEqualTo(mona.login());
    }

    @Test
    void a_new_password_counts_at_once_and_the_old_one_no_more() {
        var mona = account(Role.AUDITOR);
        var browser = signedIn(mona);
        var next = "twelve big lanterns";

        var changed = browser.json(
                "/api/v1/me/password",
                "{\"current\": \"" + PASSWORD + "\", \"next\": \"" + next + "\"}",
                "X-CSRF-TOKEN",
                browser.token("/"));

        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(204);
        assertThat(location(client().signIn(mona.login(), PASSWORD))).isEqualTo("/sign-in?wrong");
        assertThat(location(client().signIn(mona.login(), next))).endsWith("/");
    }

    @Test
    void a_hash_of_an_earlier_version_is_made_anew_when_its_password_is_shown() {
        var mona = account(Role.MEMBER);
        var earlier = "{pbkdf2-sha512}"
                + new Pbkdf2PasswordEncoder("", 16, 210_000, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA512)
                        .encode(PASSWORD);
        assertThat(accounts.changePassword(mona.person(), earlier)).isTrue();

        assertThat(location(client().signIn(mona.login(), "not the password"))).isEqualTo("/sign-in?wrong");
        assertThat(accounts.byPerson(mona.person()).orElseThrow().passwordHash())
                .isEqualTo(earlier);
        assertThat(location(client().signIn(mona.login(), PASSWORD))).endsWith("/");

        assertThat(accounts.byPerson(mona.person()).orElseThrow().passwordHash())
                .startsWith("{argon2id}");
        assertThat(location(client().signIn(mona.login(), PASSWORD))).endsWith("/");
    }

    @Test
    void a_password_changes_only_for_whoever_knows_it_and_to_one_of_the_right_length() {
        var mona = account(Role.MEMBER);
        var path = "/api/v1/me/password";

        var browser = signedIn(mona);
        String[] token = {"X-CSRF-TOKEN", browser.token("/")};

        var wrong = browser.json(path, "{\"current\": \"x\", \"next\": \"long enough by far\"}", token);
        var tooShort = browser.json(path, "{\"current\": \"" + PASSWORD + "\", \"next\": \"short\"}", token);
        var missing = browser.json(path, "{\"next\": \"long enough by far\"}", token);

        assertThat(problem(wrong, 422, "wrong-password").path("field").asString())
                .isEqualTo("current");
        assertThat(problem(tooShort, 422, "bad-password").path("min").asInt()).isEqualTo(12);
        assertThat(problem(missing, 422, "missing-field").path("field").asString())
                .isEqualTo("current");
        assertThat(location(client().signIn(mona.login(), PASSWORD))).endsWith("/");
    }

    private Client signedIn(Account account) {
        var browser = client();
        assertThat(location(browser.signIn(account.login(), PASSWORD))).endsWith("/");
        return browser;
    }

    static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^http://127.0.0.1:\\d+", "");
    }
}
