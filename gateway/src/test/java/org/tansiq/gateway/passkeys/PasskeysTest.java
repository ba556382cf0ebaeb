package org.tansiq.gateway.passkeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.tansiq.domain.shared.PersonId;
import org.tansiq.infra.members.Account;
import org.tansiq.infra.members.Passkeys;
import org.tansiq.infra.members.Role;
import org.tansiq.probe.Authenticator;
import org.tansiq.probe.Client;
import org.tansiq.probe.ServerTest;
import tools.jackson.databind.JsonNode;

/** A passkey in the place of password and code. */
@TestPropertySource(properties = "tansiq.web.site=" + PasskeysTest.SITE)
class PasskeysTest extends ServerTest {
    static final String SITE = "https://tansiq.example";

    @Autowired
    private Passkeys passkeys;

    private final Device device = new Device(SITE);

    private Client signedIn(Account account) {
        var browser = client();
        assertThat(browser.signIn(account.login(), PASSWORD).statusCode()).isEqualTo(302);
        assertThat(isIn(browser)).isTrue();
        return browser;
    }

    private static HttpResponse<String> send(Client browser, String path, String body) {
        return browser.json(path, body, "X-CSRF-TOKEN", browser.token("/sign-in"));
    }

    private static HttpResponse<String> askForNew(Client browser, String password, String code) {
        return send(
                browser,
                "/account/passkeys/options",
                JSON.writeValueAsString(Map.of("current", password, "code", code)));
    }

    private static HttpResponse<String> add(Client browser, JsonNode answer) {
        return send(
                browser,
                "/account/passkeys",
                JSON.writeValueAsString(Map.of("label", "my telephone", "answer", answer)));
    }

    private Account withPasskey(Device made) {
        var account = account(Role.MEMBER);
        var browser = signedIn(account);
        var asked = askForNew(browser, PASSWORD, Authenticator.code(account.login()));
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(200);
        var added = add(browser, made.create(json(asked)));
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        return account;
    }

    private static JsonNode asked(Client browser) {
        return json(send(browser, "/sign-in/passkey/options", "{}"));
    }

    private static HttpResponse<String> signIn(Client browser, JsonNode answer) {
        return send(browser, "/sign-in/passkey", answer.toString());
    }

    private static boolean isIn(Client browser) {
        return browser.get("/api/v1/me").statusCode() == 200;
    }

    private void assertOpensNothing(Client browser, JsonNode answer) {
        problem(signIn(browser, answer), 401, "bad-passkey");
        assertThat(isIn(browser)).isFalse();
    }

    @Test
    void a_passkey_counts_as_both_factors_and_leads_to_where_the_reader_wanted_to_be() {
        var mona = withPasskey(device);
        var browser = client();
        var unused = browser.get("/account?x=1");
        var options = asked(browser);
        assertThat(options.path("userVerification").asString()).isEqualTo("required");
        assertThat(options.path("rpId").asString()).isEqualTo("tansiq.example");

        var answer = signIn(browser, device.get(options));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(json(answer).path("next").asString()).isEqualTo("/account?x=1");
        assertThat(json(browser.get("/api/v1/me")).path("login").asString()).isEqualTo(mona.login());
        assertThat(browser.get("/account").body()).contains("my telephone");
        assertThat(browser.get("/sign-in").body()).contains("/js/passkeys.js");
    }

    @Test
    void an_answer_counts_once_and_only_for_the_browser_that_was_asked() {
        var unused = withPasskey(device);
        var browser = client();
        var stranger = client();
        var unusedPage = stranger.get("/sign-in");
        var answer = device.get(asked(browser));

        assertOpensNothing(stranger, answer);
        assertThat(signIn(browser, answer).statusCode()).isEqualTo(200);
        assertOpensNothing(client(), answer);
        var other = client();
        var unusedQuestion = asked(other);
        assertOpensNothing(other, answer);
    }

    @Test
    void a_device_that_does_not_ask_who_holds_it_opens_nothing() {
        var unused = withPasskey(device);
        var browser = client();

        assertOpensNothing(browser, device.careless().get(asked(browser)));

        var mona = account(Role.MEMBER);
        var hers = signedIn(mona);
        var options = json(askForNew(hers, PASSWORD, Authenticator.code(mona.login())));
        problem(add(hers, new Device(SITE).careless().create(options)), 401, "bad-passkey");
        assertThat(passkeys.of(mona.person())).isEmpty();
    }

    @Test
    void what_a_page_of_another_site_asked_for_opens_nothing() {
        var unused = withPasskey(device);
        var browser = client();

        assertOpensNothing(browser, device.at("https://tansiq.example.net").get(asked(browser)));
    }

    @Test
    void a_copy_of_a_device_that_counts_is_known_by_its_counter() {
        var unused = withPasskey(device.counting(5));
        var browser = client();
        assertThat(signIn(browser, device.get(asked(browser))).statusCode()).isEqualTo(200);

        var copied = client();
        assertOpensNothing(copied, device.counting(6).get(asked(copied)));

        var again = client();
        assertThat(signIn(again, device.counting(9).get(asked(again))).statusCode())
                .isEqualTo(200);
    }

    @Test
    void nobody_comes_in_under_the_name_of_another_s_passkey() {
        var unused = withPasskey(device);
        var adams = new Device(SITE);
        var adam = withPasskey(adams);
        var browser = client();

        var forged = adams.get(asked(browser));
        forged.put("rawId", device.id());
        assertOpensNothing(browser, forged);

        var named = adams.get(asked(browser));
        named.put("id", device.id());
        assertThat(signIn(browser, named).statusCode()).isEqualTo(200);
        assertThat(json(browser.get("/api/v1/me")).path("login").asString())
                .as("the key decides, and nothing that is said beside it")
                .isEqualTo(adam.login());
    }

    @Test
    void a_removed_passkey_opens_nothing_and_only_its_person_removes_it() {
        var mona = withPasskey(device);
        var path = "/account/passkeys/" + device.id() + "/remove";
        var adams = signedIn(account(Role.MEMBER));
        assertThat(adams.form(path, Map.of("_csrf", adams.token("/account"))).statusCode())
                .isEqualTo(404);
        assertThat(passkeys.of(mona.person())).hasSize(1);
        var hers = signedIn(mona);

        var removed = hers.form(path, Map.of("_csrf", hers.token("/account")));

        assertThat(removed.statusCode()).isEqualTo(302);
        var browser = client();
        assertOpensNothing(browser, device.get(asked(browser)));
    }

    @Test
    void whoever_is_locked_out_comes_in_by_no_passkey_and_a_reset_removes_them() {
        var coordinator = account(Role.COORDINATOR);
        var mona = withPasskey(device);
        accounts.lock(mona.person(), true);
        var browser = client();
        assertOpensNothing(browser, device.get(asked(browser)));

        var name = UUID.randomUUID().toString();
        var colleague =
                new Account(new PersonId(name), "login-" + name, coordinator.organization(), Role.MEMBER, knownHash());
        add(colleague);
        var other = new Device(SITE);
        var theirs = signedIn(colleague);
        var options = json(askForNew(theirs, PASSWORD, Authenticator.code(colleague.login())));
        assertThat(add(theirs, other.create(options)).statusCode()).isEqualTo(201);
        var own = signedIn(coordinator);
        var unused = own.form(
                "/account/people/" + colleague.person() + "/reset-second-factor",
                Map.of("_csrf", own.token("/account")));

        assertOpensNothing(browser, other.get(asked(browser)));
    }

    @Test
    void a_passkey_is_made_with_password_and_code_in_the_session_that_showed_them() {
        var mona = account(Role.MEMBER);
        var here = signedIn(mona);
        var there = signedIn(mona);

        problem(askForNew(here, "wrong", Authenticator.code(mona.login())), 422, "wrong-password");
        problem(askForNew(here, PASSWORD, "000"), 422, "wrong-code");
        problem(add(here, device.create(JSON.createObjectNode())), 401, "bad-passkey");
        var options = json(askForNew(here, PASSWORD, Authenticator.code(mona.login())));
        problem(add(there, device.create(options)), 401, "bad-passkey");
        problem(client().json("/account/passkeys/options", "{}", bearer(mona)), 403, "session-needed");
        assertThat(passkeys.of(mona.person())).isEmpty();

        assertThat(add(here, device.create(options)).statusCode()).isEqualTo(201);
        assertThat(passkeys.of(mona.person()))
                .singleElement()
                .satisfies(kept -> assertThat(kept.label()).isEqualTo("my telephone"));
    }

    @Test
    void one_device_s_passkey_belongs_to_one_person() {
        var mona = withPasskey(device);
        var adam = account(Role.MEMBER);
        var browser = signedIn(adam);
        var options = json(askForNew(browser, PASSWORD, Authenticator.code(adam.login())));

        problem(add(browser, device.create(options)), 401, "bad-passkey");

        assertThat(passkeys.of(adam.person())).isEmpty();
        assertThat(passkeys.of(mona.person())).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "1",
                "\"x\"",
                "{\"id\": \"a\", \"rawId\": \"YQ\", \"type\": \"public-key\", \"response\": {}}",
                "{\"id\": null, \"rawId\": \"%%\", \"response\": null}"
            })
    void what_is_no_answer_opens_nothing(String body) {
        var browser = client();
        var unused = asked(browser);

        problem(send(browser, "/sign-in/passkey", body), 401, "bad-passkey");
    }

    @Test
    void the_pages_forms_need_their_token() {
        problem(signedIn(account(Role.MEMBER)).json("/account/passkeys/options", "{}"), 403, "csrf");
    }
}
