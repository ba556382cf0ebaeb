package org.tansiq.gateway.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tansiq.gateway.members.SigningInTest.location;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tansiq.infra.members.Role;
import org.tansiq.probe.Authenticator;
import org.tansiq.probe.Client;
import org.tansiq.probe.ServerTest;

class SecurityRulesTest extends ServerTest {
    private static final String PROBE = "/api/v1/probe";

    private Client signedIn(Role role) {
        var browser = client();
        assertThat(location(browser.signIn(account(role).login(), PASSWORD))).endsWith("/");
        return browser;
    }

    @Test
    void a_change_within_a_session_needs_the_token_of_its_pages() {
        var browser = signedIn(Role.MEMBER);

        problem(browser.json(PROBE, "{}"), 403, "csrf");
        problem(browser.json(PROBE, "{}", "X-CSRF-TOKEN", "guessed"), 403, "csrf");
        assertThat(browser.json(PROBE, "{}", "X-CSRF-TOKEN", browser.token("/")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_token_is_worth_nothing_in_another_session() {
        var browser = signedIn(Role.MEMBER);
        var other = signedIn(Role.MEMBER);

        problem(browser.json(PROBE, "{}", "X-CSRF-TOKEN", other.token("/")), 403, "csrf");
    }

    @Test
    void a_form_without_its_token_is_refused() {
        var browser = signedIn(Role.MEMBER);

        var page = browser.form("/sign-out", Map.of());

        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("Form no longer valid");
        assertThat(browser.get("/").statusCode()).as("still signed in").isEqualTo(200);
    }

    @Test
    void a_sign_in_form_without_its_token_starts_anew() {
        var mona = account(Role.MEMBER);
        var browser = client();

        var answer = browser.form("/sign-in", Map.of("login", mona.login(), "password", PASSWORD));

        assertThat(location(answer)).isEqualTo("/sign-in?expired");
        assertThat(location(browser.get("/"))).isEqualTo("/sign-in");
    }

    @Test
    void without_session_and_credentials_a_change_is_refused_as_unauthenticated() {
        problem(client().json(PROBE, "{}"), 401, "unauthenticated");
    }

    @Test
    void a_request_with_credentials_of_its_own_needs_no_token() {
        assertThat(client().json(PROBE, "{}", bearer(account(Role.MEMBER))).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://evil.example", "null", "http://127.0.0.1", "http://127.0.0.1:1", "http://localhost"})
    void a_change_that_another_site_asks_for_is_refused(String origin) {
        var member = bearer(account(Role.MEMBER));

        problem(client().json(PROBE, "{}", member[0], member[1], "Origin", origin), 403, "foreign-origin");
        var page = client().form("/sign-in", Map.of("login", "x", "password", "y"), "Origin", origin);
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("Request from another site");
    }

    @Test
    void a_form_whose_origin_is_hidden_is_taken_when_the_browser_says_that_it_is_ours() {
        var browser = client();
        var mona = account(Role.MEMBER);
        var form = Map.of("login", mona.login(), "password", PASSWORD, "_csrf", browser.token("/sign-in"));

        for (var site : new String[] {"cross-site", "same-site", "none", ""}) {
            assertThat(browser.form("/sign-in", form, "Origin", "null", "Sec-Fetch-Site", site)
                            .statusCode())
                    .as(site)
                    .isEqualTo(403);
        }
        assertThat(browser.form("/sign-in", form, "Origin", "https://evil.example", "Sec-Fetch-Site", "same-origin")
                        .statusCode())
                .isEqualTo(403);
        assertThat(location(browser.form("/sign-in", form, "Origin", "null", "Sec-Fetch-Site", "same-origin")))
                .isEqualTo("/sign-in/code");
        var unused = browser.enterCode(Authenticator.code(mona.login()));
        // and even then not without its token
        assertThat(browser.form("/sign-out", Map.of(), "Origin", "null", "Sec-Fetch-Site", "same-origin")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_change_that_our_own_pages_ask_for_goes_through() {
        var member = bearer(account(Role.MEMBER));
        var client = client();

        assertThat(client.json(PROBE, "{}", member[0], member[1], "Origin", client.server())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void reading_from_another_site_s_page_gets_no_leave_to_see_the_answer() {
        var member = bearer(account(Role.MEMBER));
        var answer = client().get("/api/v1/me", member[0], member[1], "Origin", "https://evil.example");

        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void an_auditor_reads_and_changes_nothing() {
        var auditor = account(Role.AUDITOR);

        assertThat(client().get("/api/v1/probe/coalitions/ghouta", bearer(auditor))
                        .statusCode())
                .isEqualTo(200);
        problem(client().json(PROBE, "{}", bearer(auditor)), 403, "read-only-role");
        problem(client().send("DELETE", PROBE, BodyPublishers.noBody(), bearer(auditor)), 403, "read-only-role");
        problem(client().json("/api/v1/nothing", "{}", bearer(auditor)), 403, "read-only-role");
    }

    @Test
    void an_auditor_signs_out() {
        var auditor = signedIn(Role.AUDITOR);

        assertThat(location(auditor.form("/sign-out", Map.of("_csrf", auditor.token("/")))))
                .isEqualTo("/sign-in?signed-out");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in", "/api/v1/me", "/css/tansiq.css", "/nothing", "/actuator/health"})
    void every_answer_is_locked_down(String path) {
        var headers = client().get(path).headers();

        assertThat(headers.firstValue("Content-Security-Policy"))
                .contains(
                        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                                + "font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'");
        assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
        assertThat(headers.firstValue("Server")).isEmpty();
    }

    @Test
    void what_a_person_sees_is_kept_in_no_cache() {
        assertThat(client().get("/api/v1/me", bearer(account(Role.MEMBER)))
                        .headers()
                        .firstValue("Cache-Control"))
                .hasValueSatisfying(control -> assertThat(control).contains("no-store"));
    }

    @Test
    void health_is_open_and_tells_no_details() {
        var health = client().get("/actuator/health");

        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(json(health).path("status").asString()).isEqualTo("UP");
        assertThat(json(health).has("components")).isFalse();
        assertThat(client().get("/css/tansiq.css").statusCode()).isEqualTo(200);
    }

    @Test
    void no_other_endpoint_of_the_machinery_exists() {
        var member = bearer(account(Role.COORDINATOR));

        problem(client().get("/actuator/env", member), 404, "no-such-path");
        problem(client().get("/actuator", member), 404, "no-such-path");
    }

    @Test
    void the_api_describes_itself_to_those_who_have_an_account() {
        var description = client().get("/api/v1/openapi.json", bearer(account(Role.MEMBER)));

        assertThat(description.statusCode()).as(description.body()).isEqualTo(200);
        var paths = json(description).path("paths");
        assertThat(paths.has("/api/v1/me")).isTrue();
        assertThat(paths.path("/api/v1/me").path("get").has("parameters")).isFalse();
        assertThat(paths.has("/sign-in")).isFalse();
        var me = json(description).path("components").path("schemas").path("Me").path("properties");
        assertThat(me.path("organization").path("type").asString()).isEqualTo("string");
    }
}
