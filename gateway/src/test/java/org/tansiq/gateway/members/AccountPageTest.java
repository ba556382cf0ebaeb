package org.tansiq.gateway.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tansiq.gateway.members.SigningInTest.location;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tansiq.domain.shared.PersonId;
import org.tansiq.infra.members.Account;
import org.tansiq.infra.members.PersonalData;
import org.tansiq.infra.members.Role;
import org.tansiq.probe.Client;
import org.tansiq.probe.ServerTest;

class AccountPageTest extends ServerTest {
    private static final Pattern OTHER_SESSION = Pattern.compile("/account/sessions/[0-9a-f]{64}/end");

    private Client signedIn(Account account) {
        var browser = client();
        assertThat(location(browser.signIn(account.login(), PASSWORD))).endsWith("/");
        return browser;
    }

    private static HttpResponse<String> press(Client browser, String path) {
        return press(browser, path, Map.of());
    }

    private static HttpResponse<String> press(Client browser, String path, Map<String, String> fields) {
        var all = new HashMap<>(fields);
        all.put("_csrf", browser.token("/account"));
        return browser.form(path, all);
    }

    private static boolean isIn(Client browser) {
        return browser.get("/api/v1/me").statusCode() == 200;
    }

    private Account colleague(Account of, Role role) {
        var name = UUID.randomUUID().toString();
        var account = new Account(new PersonId(name), "login-" + name, of.organization(), role, knownHash());
        add(account);
        return account;
    }

    @Test
    void it_lists_the_own_sessions_and_ends_one() {
        var mona = account(Role.AUDITOR);
        var here = signedIn(mona);
        var there = signedIn(mona);
        var adam = signedIn(account(Role.MEMBER));

        var page = here.get("/account").body();
        assertThat(page).containsOnlyOnce("this one");
        var others = OTHER_SESSION.matcher(page);
        assertThat(others.find()).isTrue();
        var end = others.group();
        assertThat(others.find()).isFalse();

        assertThat(press(adam, end).statusCode()).isEqualTo(404);
        assertThat(isIn(there)).isTrue();
        assertThat(location(press(here, end))).isEqualTo("/account?done");
        assertThat(isIn(there)).isFalse();
        assertThat(isIn(here)).isTrue();
        assertThat(press(here, end).statusCode()).isEqualTo(404);
    }

    @Test
    void to_sign_out_everywhere_ends_every_session_of_that_person() {
        var mona = account(Role.MEMBER);
        var here = signedIn(mona);
        var there = signedIn(mona);
        var adam = signedIn(account(Role.MEMBER));

        var answer = press(here, "/account/sign-out-everywhere");

        assertThat(location(answer)).isEqualTo("/sign-in?signed-out");
        assertThat(answer.headers().firstValue("Clear-Site-Data")).contains("\"cache\", \"cookies\", \"storage\"");
        assertThat(isIn(here)).isFalse();
        assertThat(isIn(there)).isFalse();
        assertThat(isIn(adam)).isTrue();
    }

    @Test
    void a_person_is_erased_when_they_have_written_their_login_once_more() {
        var mona = account(Role.AUDITOR);
        var browser = signedIn(mona);

        var unsure = press(browser, "/account/erase", Map.of("login", "somebody"));
        assertThat(unsure.statusCode()).isEqualTo(422);
        assertThat(unsure.body()).contains("Nobody was erased.");
        assertThat(isIn(browser)).isTrue();
        var answer = press(browser, "/account/erase", Map.of("login", mona.login()));

        assertThat(location(answer)).isEqualTo("/sign-in?signed-out");
        assertThat(answer.headers().firstValue("Clear-Site-Data")).contains("\"cache\", \"cookies\", \"storage\"");
        assertThat(isIn(browser)).isFalse();
        assertThat(accounts.byPerson(mona.person())).isEmpty();
    }

    @Test
    void a_coordinator_erases_somebody_of_the_organization_and_nobody_else() {
        var coordinator = account(Role.COORDINATOR);
        var mona = colleague(coordinator, Role.MEMBER);
        var stranger = account(Role.MEMBER);
        var browser = signedIn(coordinator);
        var path = "/account/people/" + mona.person() + "/erase";

        assertThat(press(signedIn(mona), path, Map.of("login", mona.login())).statusCode())
                .isEqualTo(403);
        assertThat(press(browser, "/account/people/" + stranger.person() + "/erase", Map.of("login", stranger.login()))
                        .statusCode())
                .isEqualTo(404);
        assertThat(press(browser, path).statusCode()).isEqualTo(422);
        assertThat(accounts.byPerson(mona.person())).isPresent();
        assertThat(location(press(browser, path, Map.of("login", mona.login()))))
                .isEqualTo("/account?done");

        assertThat(accounts.byPerson(mona.person())).isEmpty();
        assertThat(accounts.byPerson(stranger.person())).isPresent();
        assertThat(browser.get("/account").body()).doesNotContain(mona.login());
    }

    @Test
    void a_coordinator_locks_somebody_of_the_organization_out_and_lets_them_in_again() {
        var coordinator = account(Role.COORDINATOR);
        var mona = colleague(coordinator, Role.COORDINATOR);
        var browser = signedIn(coordinator);
        var hers = signedIn(mona);
        var program = bearer(mona);
        assertThat(client().get("/api/v1/me", program).statusCode()).isEqualTo(200);
        assertThat(browser.get("/account").body()).contains(mona.login()).doesNotContain("locked out</span>");

        assertThat(location(press(browser, "/account/people/" + mona.person() + "/lock")))
                .isEqualTo("/account?done");

        assertThat(isIn(hers)).isFalse();
        assertThat(location(client().signIn(mona.login(), PASSWORD))).isEqualTo("/sign-in?wrong");
        problem(client().get("/api/v1/me", program), 401, "bad-token");
        assertThat(browser.get("/account").body()).contains("locked out</span>");

        assertThat(location(press(browser, "/account/people/" + mona.person() + "/unlock")))
                .isEqualTo("/account?done");
        assertThat(isIn(hers)).as("what has ended stays ended").isFalse();
        assertThat(isIn(signedIn(mona))).isTrue();
    }

    @Test
    void nobody_locks_out_people_of_others_or_themselves_and_only_coordinators_do() {
        var coordinator = account(Role.COORDINATOR);
        var member = colleague(coordinator, Role.MEMBER);
        var stranger = account(Role.MEMBER);
        var browser = signedIn(coordinator);

        assertThat(press(browser, "/account/people/" + stranger.person() + "/lock")
                        .statusCode())
                .isEqualTo(404);
        assertThat(press(browser, "/account/people/nobody/lock").statusCode()).isEqualTo(404);
        var self = press(browser, "/account/people/" + coordinator.person() + "/lock");
        assertThat(self.statusCode()).isEqualTo(409);
        assertThat(self.body()).contains("You cannot lock yourself out.");
        var members = signedIn(member);
        assertThat(members.get("/account").body()).doesNotContain(coordinator.login());
        assertThat(press(members, "/account/people/" + coordinator.person() + "/lock")
                        .statusCode())
                .isEqualTo(403);

        assertThat(isIn(signedIn(stranger))).isTrue();
        assertThat(isIn(browser)).isTrue();
    }

    @Test
    void what_one_tells_is_seen_by_oneself_and_the_coordinators_of_the_organization() {
        var coordinator = account(Role.COORDINATOR);
        var mona = colleague(coordinator, Role.AUDITOR);
        var hers = signedIn(mona);
        var fields = Map.of("name", "Mona Somebody", "email", "mona@example.org", "languages", "ar, de");

        assertThat(location(press(hers, "/account/person", fields))).isEqualTo("/account?done");

        assertThat(hers.get("/account").body()).contains("Mona Somebody", "mona@example.org", "ar de");
        assertThat(signedIn(coordinator).get("/account").body()).contains("Mona Somebody", "mona@example.org", "ar de");
        assertThat(signedIn(colleague(coordinator, Role.MEMBER)).get("/account").body())
                .doesNotContain("Mona Somebody", "mona@example.org");
        assertThat(signedIn(account(Role.COORDINATOR)).get("/account").body())
                .doesNotContain("Mona Somebody", "mona@example.org");

        assertThat(location(press(hers, "/account/person"))).isEqualTo("/account?done");
        assertThat(hers.get("/account").body()).doesNotContain("Mona Somebody", "mona@example.org");
    }

    @ParameterizedTest
    @CsvSource({"email, nobody", "email, a b@c", "languages, german!", "languages, x"})
    void what_cannot_be_is_said_and_not_kept(String field, String value) {
        var mona = account(Role.MEMBER);
        var browser = signedIn(mona);

        assertThat(press(browser, "/account/person", Map.of("name", "Mona", field, value))
                        .statusCode())
                .isEqualTo(422);
        assertThat(accounts.personalData(mona.person())).isEqualTo(PersonalData.nothing(mona.person()));
    }

    @Test
    void a_new_password_ends_the_other_sessions_and_not_this_one() {
        var mona = account(Role.AUDITOR);
        var here = signedIn(mona);
        var there = signedIn(mona);
        var fields = Map.of("current", PASSWORD, "next", "twelve big lanterns");

        assertThat(press(here, "/account/password", Map.of("current", "wrong", "next", "twelve big lanterns"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(isIn(there)).isTrue();

        assertThat(location(press(here, "/account/password", fields))).isEqualTo("/account?done");
        assertThat(isIn(here)).isTrue();
        assertThat(isIn(there)).isFalse();
    }

    @Test
    void each_change_needs_the_token_of_the_page() {
        var mona = account(Role.COORDINATOR);
        var browser = signedIn(mona);

        assertThat(browser.form("/account/sign-out-everywhere", Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(isIn(browser)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "person",
                "password",
                "recovery-codes",
                "authenticator",
                "authenticator/code",
                "people/nobody/lock",
                "people/nobody/reset-second-factor"
            })
    void the_switch_of_languages_leads_back_from_what_a_form_has_answered(String form) {
        var browser = signedIn(account(Role.COORDINATOR));
        var answer = press(browser, "/account/" + form);

        assertThat(answer.statusCode()).isIn(302, 404, 422);
        assertThat(location(browser.get("/account/" + form + "?lang=ar"))).isEqualTo("/account");
        assertThat(browser.get("/account").body()).contains("حسابي");
    }

    @Test
    void it_speaks_arabic() {
        assertThat(signedIn(account(Role.COORDINATOR))
                        .get("/account", "Accept-Language", "ar")
                        .body())
                .contains("حسابي", "تسجيل الخروج من كل مكان", "dir=\"rtl\"");
    }
}
