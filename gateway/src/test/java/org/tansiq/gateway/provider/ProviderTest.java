package org.tansiq.gateway.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.tansiq.infra.members.Account;
import org.tansiq.infra.members.Identities;
import org.tansiq.infra.members.Role;
import org.tansiq.probe.Authenticator;
import org.tansiq.probe.Client;
import org.tansiq.probe.ServerTest;

/** A provider's word in the place of the password. */
class ProviderTest extends ServerTest {
    private static final Pattern GO = Pattern.compile("id=\"go\" href=\"([^\"]+)\"");
    private static final Pattern NEXT = Pattern.compile("id=\"next\" href=\"([^\"]+)\"");
    private static final SmallProvider PROVIDER = new SmallProvider();

    @TempDir
    static Path folder;

    @Autowired
    private Identities identities;

    private final String subject = "subject-" + UUID.randomUUID();

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry settings) {
        settings.add("tansiq.provider.issuer", PROVIDER::issuer);
        settings.add("tansiq.provider.client", () -> SmallProvider.CLIENT);
        settings.add("tansiq.provider.secret-file", () -> {
            try {
                return Files.writeString(folder.resolve("secret"), SmallProvider.SECRET + "\n")
                        .toString();
            } catch (IOException failure) {
                throw new IllegalStateException(failure);
            }
        });
    }

    @AfterEach
    void own() {
        PROVIDER.signWithAnotherKey(false);
    }

    @AfterAll
    static void stop() {
        PROVIDER.close();
    }

    private static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static String found(Pattern pattern, HttpResponse<String> answer) {
        var match = pattern.matcher(answer.body());
        assertThat(match.find()).as(answer.body()).isTrue();
        return match.group(1).replace("&amp;", "&");
    }

    private static boolean isIn(Client browser) {
        return browser.get("/api/v1/me").statusCode() == 200;
    }

    private Client signedIn(Account account) {
        var browser = client();
        assertThat(browser.signIn(account.login(), PASSWORD).statusCode()).isEqualTo(302);
        assertThat(isIn(browser)).isTrue();
        return browser;
    }

    private static HttpResponse<String> press(Client browser, String path, Map<String, String> fields) {
        var all = new HashMap<>(fields);
        all.put("_csrf", browser.token("/account"));
        return browser.form(path, all);
    }

    /** Where the provider is asked whose account this is. */
    private String asksToLink(Client browser, Account account) {
        var code = Authenticator.code(account.login());
        return found(GO, press(browser, "/account/provider", Map.of("current", PASSWORD, "code", code)));
    }

    private Account linked() {
        var account = account(Role.MEMBER);
        var browser = signedIn(account);
        var back = PROVIDER.visit(asksToLink(browser, account), subject);
        assertThat(location(comeBack(browser, back))).endsWith("/account?done");
        return account;
    }

    private static String asksToSignIn(Client browser) {
        var unused = browser.token("/sign-in");
        return location(browser.get("/sign-in/provider"));
    }

    /** From another site no browser shows a cookie that is for this one alone; from the page that answers it does. */
    private static HttpResponse<String> comeBack(Client browser, String back) {
        var address = URI.create(back);
        var page = new Client(browser.port()).get(address.getRawPath() + "?" + address.getRawQuery());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().allValues("Set-Cookie"))
                .as("the browser's own cookie stays")
                .isEmpty();
        assertThat(page.body()).contains("http-equiv=\"refresh\"");
        return browser.get(found(NEXT, page));
    }

    private HttpResponse<String> signIn(Client browser, String... methods) {
        return comeBack(browser, PROVIDER.visit(asksToSignIn(browser), subject, methods));
    }

    private void assertOpensNothing(Client browser, HttpResponse<String> answer) {
        assertThat(location(answer)).endsWith("/sign-in?provider");
        assertThat(isIn(browser)).isFalse();
        assertThat(browser.get("/sign-in?provider").body()).contains("The other provider did not let you in");
    }

    @Test
    void whoever_has_linked_it_comes_in_by_it_and_shows_the_second_factor_still() {
        var mona = linked();
        var browser = client();
        assertThat(browser.get("/sign-in").body()).contains("Sign in by the other provider");

        assertThat(location(signIn(browser, "pwd"))).endsWith("/sign-in/code");

        assertThat(isIn(browser)).isFalse();
        assertThat(location(browser.enterCode(Authenticator.code(mona.login()))))
                .endsWith("/");
        assertThat(json(browser.get("/api/v1/me")).path("login").asString()).isEqualTo(mona.login());
    }

    @Test
    void a_provider_that_says_it_asked_for_two_factors_is_believed() {
        var unused = linked();
        var browser = client();
        var unusedPage = browser.get("/account?x=1");

        assertThat(location(signIn(browser, "pwd", "otp", "mfa"))).endsWith("/account?x=1");

        assertThat(isIn(browser)).isTrue();
    }

    @Test
    void whoever_nobody_has_linked_gets_no_account() {
        var browser = client();

        assertOpensNothing(browser, signIn(browser, "mfa"));
    }

    @Test
    void an_answer_counts_once_and_for_the_browser_that_asked() {
        var unused = linked();
        var browser = client();
        var back = PROVIDER.visit(asksToSignIn(browser), subject, "mfa");
        var stranger = client();
        var unusedQuestion = asksToSignIn(stranger);

        assertOpensNothing(stranger, comeBack(stranger, back));
        assertOpensNothing(client(), comeBack(client(), back));
        var another = client();
        var good = PROVIDER.visit(asksToSignIn(another), subject, "mfa");
        assertThat(location(comeBack(another, good))).endsWith("/");
        var late = client();
        assertOpensNothing(late, comeBack(late, good));
    }

    @Test
    void what_is_forged_or_meant_for_others_opens_nothing() {
        var unused = linked();
        var browser = client();

        PROVIDER.signWithAnotherKey(true);
        assertOpensNothing(browser, signIn(browser, "mfa"));
        PROVIDER.signWithAnotherKey(false);

        var otherVisit = PROVIDER.visit(asksToSignIn(browser), subject, "mfa");
        PROVIDER.swapNonce(otherVisit);
        assertOpensNothing(browser, comeBack(browser, otherVisit));

        var otherAudience = PROVIDER.visit(asksToSignIn(browser), subject, "mfa");
        PROVIDER.addressTo(otherAudience, "somebody else");
        assertOpensNothing(browser, comeBack(browser, otherAudience));

        var otherState = PROVIDER.visit(asksToSignIn(browser), subject, "mfa");
        assertOpensNothing(browser, comeBack(browser, otherState.replaceFirst("state=.{5}", "state=AAAAA")));
        var unusedQuestion = asksToSignIn(browser);
        assertOpensNothing(browser, browser.get("/sign-in/provider/in?error=access_denied"));
        assertOpensNothing(browser, browser.get("/sign-in/provider/in"));
    }

    @Test
    void linking_needs_password_and_code_and_the_person_who_began_it() {
        var mona = account(Role.MEMBER);
        var browser = signedIn(mona);
        assertThat(press(browser, "/account/provider", Map.of("current", "wrong", "code", "000"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(press(browser, "/account/provider", Map.of("current", PASSWORD, "code", "000"))
                        .statusCode())
                .isEqualTo(422);

        var back = PROVIDER.visit(asksToLink(browser, mona), subject);
        var adam = account(Role.MEMBER);
        var adams = signedIn(adam);
        assertThat(location(comeBack(adams, back))).endsWith("/account?not-linked");
        assertThat(adams.get("/account?not-linked").body()).contains("It was not linked");

        assertThat(identities.of(mona.person())).isEmpty();
        assertThat(identities.of(adam.person())).isEmpty();
        var signInOnly = PROVIDER.visit(location(browser.get("/sign-in/provider")), subject);
        assertThat(location(comeBack(browser, signInOnly))).endsWith("/account?not-linked");
        assertThat(identities.of(mona.person())).isEmpty();
    }

    @Test
    void an_identity_is_linked_to_one_person_and_is_kept_as_a_hash() {
        var mona = linked();
        var adam = account(Role.MEMBER);
        var adams = signedIn(adam);

        var again = comeBack(adams, PROVIDER.visit(asksToLink(adams, adam), subject));

        assertThat(location(again)).endsWith("/account?not-linked");
        assertThat(identities.of(adam.person())).isEmpty();
        assertThat(identities.of(mona.person()).orElseThrow().id()).hasSize(64).doesNotContain(subject);
    }

    @Test
    void what_is_unlinked_or_locked_out_opens_nothing() {
        var mona = linked();
        var browser = client();
        accounts.lock(mona.person(), true);
        assertOpensNothing(browser, signIn(browser, "mfa"));
        accounts.lock(mona.person(), false);

        var hers = signedIn(mona);
        assertThat(hers.get("/account").body()).contains("Linked since");
        assertThat(location(press(hers, "/account/provider/unlink", Map.of()))).endsWith("/account?done");
        assertThat(press(hers, "/account/provider/unlink", Map.of()).statusCode())
                .isEqualTo(404);

        assertOpensNothing(browser, signIn(browser, "mfa"));
    }

    @Test
    void a_provider_that_does_not_answer_lets_nobody_in_and_breaks_nothing() {
        var browser = client();

        assertOpensNothing(browser, comeBack(browser, asksToSignInAndForgets(browser)));
    }

    private String asksToSignInAndForgets(Client browser) {
        var back = PROVIDER.visit(asksToSignIn(browser), subject);
        return back.replaceFirst("code=[^&]+", "code=never-given");
    }
}
