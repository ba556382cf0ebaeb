package org.tansiq.gateway.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.infra.members.Role;
import org.tansiq.infra.tokens.Scope;
import org.tansiq.infra.tokens.TokenSecret;
import org.tansiq.probe.Client;
import org.tansiq.probe.CoalitionServerTest;
import org.tansiq.probe.Person;
import org.tansiq.probe.Tokens;
import tools.jackson.databind.JsonNode;

/** A person makes tokens for programs, which come in with them until they end or are taken back. */
class TokensTest extends CoalitionServerTest {
    private static final String TOKENS = "/api/v1/me/tokens";

    private Person mona;
    private Client browser;
    private CoalitionId ghouta;
    private CoalitionId aleppo;

    @BeforeAll
    void scene() {
        mona = coordinator();
        browser = mona.browser();
        ghouta = coalition(mona.organization());
        aleppo = coalition(mona.organization());
        rowsAreThere();
    }

    private HttpResponse<String> making(String body) {
        return browser.json(TOKENS, body, "X-CSRF-TOKEN", browser.token("/sign-in"));
    }

    private JsonNode made(String body) {
        var answer = making(body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json(answer);
    }

    private HttpResponse<String> revoking(String id) {
        return browser.send(
                "DELETE", TOKENS + "/" + id, BodyPublishers.noBody(), "X-CSRF-TOKEN", browser.token("/sign-in"));
    }

    private JsonNode listed(String id) {
        return json(browser.get(TOKENS))
                .valueStream()
                .filter(token -> token.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private HttpResponse<String> get(String path, String secret) {
        return client().get("/api/v1" + path, "Authorization", Tokens.bearer(secret));
    }

    @Test
    void whoever_makes_one_is_told_its_secret_once_and_a_program_comes_in_with_it() {
        var made = made("{\"name\": \"import of the night\", \"scope\": \"ACT\"}");
        var secret = made.path("secret").asString();

        assertThat(secret).startsWith("tansiq_").hasSize(50);
        assertThat(made.propertyNames()).containsExactly("id", "secret", "expires");
        assertThat(Instant.parse(made.path("expires").asString()))
                .isBetween(
                        Instant.now().plus(Duration.ofDays(90)).minusSeconds(60),
                        Instant.now().plus(Duration.ofDays(90)));
        var me = json(get("/me", secret));
        assertThat(me.path("login").asString()).isEqualTo(mona.login());
        var listed = listed(made.path("id").asString());
        assertThat(listed.propertyNames())
                .containsExactly("id", "name", "scope", "coalition", "made", "expires", "lastUsed");
        assertThat(listed.path("name").asString()).isEqualTo("import of the night");
        assertThat(listed.path("lastUsed").asString())
                .isEqualTo(LocalDate.now(ZoneOffset.UTC).toString());
        assertThat(browser.get(TOKENS).body() + browser.get("/tokens").body())
                .doesNotContain(secret, TokenSecret.hash(secret));
    }

    @Test
    void one_that_was_not_used_says_so() {
        var id = made("{\"name\": \"spare\", \"scope\": \"READ\", \"days\": 1}")
                .path("id")
                .asString();

        assertThat(listed(id).path("lastUsed").isNull()).isTrue();
    }

    @Test
    void what_acts_acts_and_what_reads_only_reads() {
        var reads =
                made("{\"name\": \"wall\", \"scope\": \"READ\"}").path("secret").asString();
        var acts =
                made("{\"name\": \"bot\", \"scope\": \"ACT\"}").path("secret").asString();
        var path = "/api/v1/coalitions/" + ghouta + "/tasks";
        var task = "{\"title\": {\"en\": \"Permit\"}}";
        var head = history.head();

        problem(client().json(path, task, "Authorization", Tokens.bearer(reads)), 403, "read-only-token");
        assertThat(history.head()).isEqualTo(head);
        assertThat(get("/coalitions/" + ghouta + "/tasks", reads).statusCode()).isEqualTo(200);
        done(client().json(path, task, "Authorization", Tokens.bearer(acts)));
    }

    @Test
    void one_for_a_coalition_sees_that_and_no_other() {
        var secret = made("{\"name\": \"ghouta\", \"scope\": \"ACT\", \"coalition\": \"" + ghouta + "\"}")
                .path("secret")
                .asString();
        var header = Tokens.bearer(secret);

        assertThat(json(get("/coalitions", secret)).valueStream())
                .extracting(one -> one.path("id").asString())
                .containsExactly(ghouta.value());
        assertThat(json(mona.get("/coalitions")).valueStream())
                .extracting(one -> one.path("id").asString())
                .contains(ghouta.value(), aleppo.value());
        problem(get("/coalitions/" + aleppo, secret), 404, "no-such-coalition");
        problem(get("/coalitions/" + aleppo + "/history", secret), 404, "no-such-coalition");
        problem(
                client().json("/api/v1/coalitions", "{\"name\": {\"en\": \"New\"}}", "Authorization", header),
                403,
                "one-coalition-token");
        problem(
                client().json("/api/v1/sign-up-links", "{\"role\": \"MEMBER\"}", "Authorization", header),
                403,
                "one-coalition-token");
        assertThat(client().get("/", "Authorization", header).body()).doesNotContain(aleppo.value());
        var elsewhere = client().get("/coalitions/" + aleppo + "/tasks", "Authorization", header);
        assertThat(elsewhere.statusCode()).isEqualTo(404);
        assertThat(elsewhere.body()).doesNotContain(aleppo.value() + "/members");
    }

    @Test
    void one_is_made_only_for_a_coalition_that_its_owner_sees() {
        var theirs = coalition(organization());

        problem(
                making("{\"name\": \"x\", \"scope\": \"ACT\", \"coalition\": \"" + theirs + "\"}"),
                404,
                "no-such-coalition");
        problem(making("{\"name\": \"x\", \"scope\": \"ACT\", \"coalition\": \"nowhere\"}"), 404, "no-such-coalition");
    }

    @Test
    void one_that_is_revoked_opens_nothing_from_that_moment() {
        var made = made("{\"name\": \"lost\", \"scope\": \"READ\"}");
        var secret = made.path("secret").asString();
        assertThat(get("/me", secret).statusCode()).isEqualTo(200);

        assertThat(revoking(made.path("id").asString()).statusCode()).isEqualTo(204);

        problem(get("/me", secret), 401, "bad-token");
        problem(revoking(made.path("id").asString()), 404, "no-such-token");
    }

    @Test
    void one_that_has_expired_is_as_one_that_never_was() {
        var person = accounts.byLogin(mona.login()).orElseThrow().person();
        var expired = Tokens.make(tokens, person, Scope.ACT, null, Duration.ofMillis(-1));

        var answer = get("/me", expired);

        problem(answer, 401, "bad-token");
        assertThat(get("/me", "tansiq_unknown").body()).isEqualTo(answer.body());
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer ", "Bearer x y", "bearer tansiq_", "Bearer \tx"})
    void what_is_no_token_opens_nothing(String header) {
        assertThat(client().get("/api/v1/me", "Authorization", header).statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_secret_that_is_endless_opens_nothing() {
        problem(get("/me", "x".repeat(4_000)), 401, "bad-token");
    }

    @Test
    void a_token_is_as_good_as_its_owner_s_role_is_now() {
        var auditor = person(mona.organization(), Role.AUDITOR);

        problem(
                auditor.post("/coalitions/" + ghouta + "/tasks", "{\"title\": {\"en\": \"x\"}}"),
                403,
                "read-only-role");
        assertThat(auditor.get("/coalitions/" + ghouta + "/tasks").statusCode()).isEqualTo(200);
    }

    @Test
    void nobody_else_revokes_it_or_sees_that_it_is_there() {
        var id = made("{\"name\": \"mine\", \"scope\": \"READ\"}").path("id").asString();
        var other = coordinator().browser();

        problem(
                other.send(
                        "DELETE", TOKENS + "/" + id, BodyPublishers.noBody(), "X-CSRF-TOKEN", other.token("/sign-in")),
                404,
                "no-such-token");
        assertThat(other.get(TOKENS).body()).doesNotContain(id);
        assertThat(listed(id).path("id").asString()).isEqualTo(id);
    }

    @Test
    void a_token_makes_none_and_a_page_of_another_site_does_not_either() {
        problem(mona.post("/me/tokens", "{\"name\": \"x\", \"scope\": \"READ\"}"), 403, "session-needed");
        problem(mona.get("/me/tokens"), 403, "session-needed");
        problem(browser.json(TOKENS, "{\"name\": \"x\", \"scope\": \"READ\"}"), 403, "csrf");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"scope\": \"READ\"} | missing-field",
                "{\"name\": \"x\"} | missing-field",
                "{\"name\": \" \", \"scope\": \"READ\"} | text-empty",
                "{\"name\": \"x\", \"scope\": \"ALL\"} | bad-value",
                "{\"name\": \"x\", \"scope\": \"READ\", \"days\": 0} | bad-token-days",
                "{\"name\": \"x\", \"scope\": \"READ\", \"days\": 366} | bad-token-days",
            })
    void what_makes_no_token_is_told(String body, String code) {
        problem(making(body), 422, code);
    }

    @Test
    void a_year_is_the_longest() {
        var made = made("{\"name\": \"x\", \"scope\": \"READ\", \"days\": 365}");

        assertThat(Instant.parse(made.path("expires").asString()))
                .isBefore(Instant.now().plus(Duration.ofDays(365)).plusSeconds(1));
    }

    @ParameterizedTest
    @CsvSource({"en, Access for programs", "ar, وصول البرامج"})
    void the_page_shows_them_in_both_languages(String language, String words) {
        made("{\"name\": \"shown on the page\", \"scope\": \"READ\"}");

        var page = browser.get("/tokens?lang=" + language);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains(words, "shown on the page");
    }
}
