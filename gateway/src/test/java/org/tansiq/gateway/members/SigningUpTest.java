package org.tansiq.gateway.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tansiq.gateway.members.SigningInTest.location;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.PersonId;
import org.tansiq.domain.shared.Text;
import org.tansiq.infra.members.Role;
import org.tansiq.infra.members.SignUpLink;
import org.tansiq.probe.Client;
import org.tansiq.probe.ProbeServer;
import org.tansiq.probe.ServerTest;

class SigningUpTest extends ServerTest {
    private static final OrganizationId BERLIN = new OrganizationId("berlin");

    @Autowired
    private SignUpLinks links;

    @Autowired
    private ProbeServer.Registered registered;

    @Autowired
    private SigningOut signingOut;

    @Autowired
    private Clock clock;

    private final String login = "new-" + UUID.randomUUID();

    private static HttpResponse<String> signUp(Client browser, String path, Map<String, String> fields) {
        var all = new HashMap<>(fields);
        all.put("_csrf", browser.token(path));
        return browser.form(path, all);
    }

    private Map<String, String> filled() {
        return Map.of("login", login, "password", PASSWORD);
    }

    @Test
    void no_coordinator_makes_an_operator() {
        var answer =
                client().json("/api/v1/sign-up-links", "{\"role\": \"OPERATOR\"}", bearer(account(Role.COORDINATOR)));
        problem(answer, 422, "bad-choice");
    }

    @Test
    void a_coordinator_s_link_makes_an_account_of_the_same_organization() {
        var coordinator = account(Role.COORDINATOR);
        var made = client().json("/api/v1/sign-up-links", "{\"role\": \"AUDITOR\"}", bearer(coordinator));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        var path = json(made).path("link").asString();
        assertThat(path).matches("/sign-up/[A-Za-z0-9_-]{43}");
        assertThat(Instant.parse(json(made).path("expires").asString()))
                .isBetween(
                        clock.instant().plus(Duration.ofHours(71)),
                        clock.instant().plus(Duration.ofHours(72)));
        var browser = client();

        assertThat(browser.get(path).body()).contains("auditor").doesNotContain("nameAr");
        assertThat(location(signUp(browser, path, filled()))).isEqualTo("/sign-in?welcome");

        var account = accounts.byLogin(login).orElseThrow();
        assertThat(account.organization()).isEqualTo(coordinator.organization());
        assertThat(account.role()).isEqualTo(Role.AUDITOR);
        assertThat(account.passwordHash()).startsWith("{argon2id}").doesNotContain(PASSWORD);
        assertThat(location(client().enterPassword(login, PASSWORD))).endsWith("/sign-in/code");
    }

    @ParameterizedTest
    @EnumSource(names = "COORDINATOR", mode = EnumSource.Mode.EXCLUDE)
    void only_a_coordinator_makes_links(Role role) {
        var code = switch (role) {
            case AUDITOR -> "read-only-role";
            case OPERATOR -> "operator-runs";
            default -> "coordinator-only";
        };

        problem(client().json("/api/v1/sign-up-links", "{\"role\": \"MEMBER\"}", bearer(account(role))), 403, code);
    }

    @Test
    void a_link_without_a_role_is_refused() {
        var answer = client().json("/api/v1/sign-up-links", "{}", bearer(account(Role.COORDINATOR)));

        assertThat(problem(answer, 422, "missing-field").path("field").asString())
                .isEqualTo("role");
    }

    @Test
    void a_link_without_organization_makes_one() {
        var path = links.make(null, Role.COORDINATOR, Duration.ofMinutes(5)).path();
        var browser = client();
        var fields = new HashMap<>(filled());
        fields.put("nameAr", "سوريون في برلين");
        fields.put("nameEn", "Syrians in Berlin");

        assertThat(browser.get(path).body()).contains("nameAr", "nameEn");
        assertThat(location(signUp(browser, path, fields))).isEqualTo("/sign-in?welcome");

        var account = accounts.byLogin(login).orElseThrow();
        assertThat(account.role()).isEqualTo(Role.COORDINATOR);
        assertThat(registered.organizations)
                .containsEntry(account.organization(), Text.ofBoth("سوريون في برلين", "Syrians in Berlin"));
    }

    @ParameterizedTest
    @CsvSource({
        "ab, eleven small lanterns, A login has",
        "with space, eleven small lanterns, A login has",
        "with:colon, eleven small lanterns, A login has",
        "fine, short, A password has",
        "fine, Password1234!, is among the first",
        "fine, '', A password has"
    })
    void what_does_not_fit_is_said_on_the_form_and_leaves_the_link(String login, String password, String words) {
        var path = links.make(BERLIN, Role.MEMBER, Duration.ofMinutes(5)).path();
        var browser = client();

        var again = signUp(browser, path, Map.of("login", login, "password", password));

        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains(words).doesNotContain("value=\"" + PASSWORD);
        assertThat(browser.get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void an_organization_without_a_name_is_refused() {
        var path = links.make(null, Role.COORDINATOR, Duration.ofMinutes(5)).path();

        var again = signUp(client(), path, filled());

        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("in at least one language");
        assertThat(accounts.byLogin(login)).isEmpty();
    }

    @Test
    void an_organization_that_is_refused_leaves_the_link_and_no_account() {
        var path = links.make(null, Role.COORDINATOR, Duration.ofMinutes(5)).path();
        var browser = client();
        var fields = new HashMap<>(filled());
        fields.put("nameEn", ProbeServer.REFUSED_NAME);

        assertThat(signUp(browser, path, fields).statusCode()).isEqualTo(409);
        assertThat(accounts.byLogin(login)).isEmpty();

        fields.put("nameEn", "Another name");
        assertThat(location(signUp(browser, path, fields))).isEqualTo("/sign-in?welcome");
    }

    @Test
    void a_taken_login_is_said_and_leaves_the_link() {
        var taken = account(Role.MEMBER);
        var path = links.make(BERLIN, Role.MEMBER, Duration.ofMinutes(5)).path();
        var browser = client();

        var again = signUp(browser, path, Map.of("login", taken.login(), "password", PASSWORD));

        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("Somebody has this login already");
        assertThat(location(signUp(browser, path, filled()))).isEqualTo("/sign-in?welcome");
    }

    @Test
    void used_and_expired_and_unknown_links_are_the_same() {
        var used = links.make(BERLIN, Role.MEMBER, Duration.ofMinutes(5)).path();
        var browser = client();
        assertThat(location(signUp(browser, used, filled()))).isEqualTo("/sign-in?welcome");
        var expired = links.make(BERLIN, Role.MEMBER, Duration.ofMillis(-1)).path();
        var unknown = "/sign-up/" + "x".repeat(43);

        var answers = IntStream.range(0, 3)
                .mapToObj(i -> new String[] {used, expired, unknown}[i])
                .map(path -> client().get(path).statusCode()
                        + client().get(path)
                                .body()
                                .replace(path, "/sign-up/…")
                                .replaceAll("csrf-token\" content=\"[^\"]*", ""))
                .distinct()
                .toList();

        assertThat(answers).singleElement().asString().startsWith("404").contains("This link does not work");
        assertThat(browser.form(used, Map.of("login", "late", "password", PASSWORD, "_csrf", browser.token("/sign-in")))
                        .statusCode())
                .isEqualTo(404);
        assertThat(accounts.byLogin("late")).isEmpty();
    }

    @Test
    void of_many_who_use_one_link_at_once_one_gets_an_account() throws Exception {
        var path = links.make(BERLIN, Role.MEMBER, Duration.ofMinutes(5)).path();
        var logins = IntStream.range(0, 4).mapToObj(i -> login + i).toList();

        try (var threads = Executors.newFixedThreadPool(4)) {
            var racers = logins.stream()
                    .map(own -> (Callable<Integer>) () -> {
                        var browser = client();
                        var token = browser.token("/sign-in");
                        return browser.form(path, Map.of("login", own, "password", PASSWORD, "_csrf", token))
                                .statusCode();
                    })
                    .toList();
            for (var outcome : threads.invokeAll(racers)) {
                assertThat(outcome.get()).isIn(302, 404);
            }
        }

        assertThat(logins.stream().filter(own -> accounts.byLogin(own).isPresent()))
                .hasSize(1);
    }

    @Test
    void a_link_dies_when_its_maker_is_locked_out_and_does_not_come_back() {
        var maker = account(Role.COORDINATOR);
        var made = client().json("/api/v1/sign-up-links", "{\"role\": \"MEMBER\"}", bearer(maker));
        var path = json(made).path("link").asString();
        var browser = client();
        assertThat(browser.get(path).statusCode()).isEqualTo(200);
        var token = browser.token(path);

        signingOut.lockOut(
                new SignedIn(new PersonId("other"), maker.organization(), Role.COORDINATOR, "other", null),
                maker.person());

        assertThat(browser.get(path).statusCode()).isEqualTo(404);
        assertThat(browser.form(path, Map.of("login", login, "password", PASSWORD, "_csrf", token))
                        .statusCode())
                .isEqualTo(404);
        accounts.lock(maker.person(), false);
        assertThat(browser.get(path).statusCode()).isEqualTo(404);
        assertThat(accounts.byLogin(login)).isEmpty();
    }

    @Test
    void the_store_knows_a_link_by_its_hash_only() {
        var token =
                links.make(BERLIN, Role.MEMBER, Duration.ofMinutes(5)).path().substring("/sign-up/".length());

        assertThat(accounts.peekLink(token, clock.instant())).isEmpty();
        assertThat(accounts.peekLink(SignUpLinks.hash(token), clock.instant()))
                .map(SignUpLink::organization)
                .contains(BERLIN);
    }
}
