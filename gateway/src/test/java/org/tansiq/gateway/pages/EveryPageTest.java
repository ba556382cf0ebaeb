package org.tansiq.gateway.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.PersonId;
import org.tansiq.gateway.members.SecondFactorPage;
import org.tansiq.infra.members.Account;
import org.tansiq.infra.members.Role;
import org.tansiq.probe.Authenticator;

/** Every page there is, in a real browser and in both languages: none asks anything of anybody but its own server. */
class EveryPageTest extends TwoOrganizations {
    private static final int PAGES_MAX = 200;
    /** Where the switch of languages leads from what a form has answered. */
    private static final List<String> AFTER_FORMS = List.of(
            "/account/authenticator",
            "/account/authenticator/code",
            "/account/password",
            "/account/person",
            "/account/recovery-codes",
            "/account/people/somebody/lock",
            "/account/people/somebody/reset-second-factor");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    private final Set<String> seen = new LinkedHashSet<>();

    @Test
    void no_page_asks_for_anything_from_elsewhere_or_does_what_its_policy_forbids() {
        var coordinator = account(Role.COORDINATOR, new OrganizationId("hamburg-" + coalition));
        var link = somethingOnEveryPage(coordinator);

        var signedIn = visitor();
        signedIn.signIn(coordinator.login(), PASSWORD);
        crawl(signedIn, "/");
        crawl(signedIn, base);
        // No city has answered the call yet, so no link leads to the kit of one.
        List.copyOf(seen).stream()
                .filter(path -> path.matches(base + "/synchronised/[^/?]+"))
                .forEach(call -> crawl(signedIn, call + "/cities/berlin/kit"));
        for (var path : AFTER_FORMS) {
            visit(signedIn, path, "en");
            visit(signedIn, path, "ar");
        }

        var operator = visitor();
        operator.signIn(account(Role.OPERATOR, Account.INSTALLATION).login(), PASSWORD);
        crawl(operator, "/operations");

        var halfIn = visitor();
        enterPassword(halfIn, account(Role.MEMBER, berlinId()).login());
        crawl(halfIn, "/sign-in/code");

        var newcomer = visitor();
        enterPassword(newcomer, withoutSecondFactor());
        crawl(newcomer, "/sign-in/second-factor");
        setUpSecondFactor(newcomer);

        var passerBy = visitor();
        crawl(passerBy, "/sign-in");
        crawl(passerBy, "/public");
        crawl(passerBy, link);

        for (var reader : List.of(signedIn, operator, halfIn, newcomer, passerBy)) {
            assertSound(reader);
            reader.page.context().close();
        }
        pagesOfFailures();
        assertThat(pages())
                .allSatisfy(page -> assertThat(seen)
                        .as(page.getPatternString())
                        .anyMatch(path -> page.matches(PathContainer.parsePath(path))));
    }

    /** The browser itself says of them that they failed. */
    private void pagesOfFailures() {
        var reader = visitor();
        for (var path : List.of("/error", "/sign-up/no-such-link")) {
            visit(reader, path, "en");
            visit(reader, path, "ar");
        }
        reader.complaints.removeIf(said -> said.startsWith("Failed to load resource"));
        assertSound(reader);
        reader.page.context().close();
    }

    /** Whatever the application's own controllers answer to a browser. */
    private List<PathPattern> pages() {
        var pages = mappings.getHandlerMethods().entrySet().stream()
                .filter(page -> !page.getValue().getBeanType().getPackageName().equals("org.tansiq.probe"))
                .map(page -> page.getKey())
                .filter(mapping -> mapping.getMethodsCondition().isEmpty()
                        || mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .filter(pattern -> !pattern.startsWith("/api/") && !pattern.endsWith(".ics"))
                .map(PathPatternParser.defaultInstance::parse)
                .toList();
        assertThat(pages).hasSizeGreaterThan(15);
        return pages;
    }

    /** A page, and all that links lead to from it. */
    private void crawl(Reader reader, String from) {
        var open = new ArrayDeque<>(List.of(from));
        var mine = new LinkedHashSet<>(open);
        while (!open.isEmpty()) {
            var path = open.remove();
            visit(reader, path, "en");
            links(reader).stream().filter(link -> mine.add(likeness(link))).forEach(open::add);
            visit(reader, path, "ar");
            assertThat(mine).as("no way through the pages goes on for ever").hasSizeLessThan(PAGES_MAX);
        }
    }

    private void visit(Reader reader, String path, String language) {
        reader.page.navigate(client().server() + path + (path.contains("?") ? "&" : "?") + "lang=" + language);
        PlaywrightAssertions.assertThat(reader.at("html[lang=" + language + "]"))
                .isAttached();
        if (reader.at("[data-live]").count() > 0) {
            PlaywrightAssertions.assertThat(reader.at("body.live")).isAttached();
        }
        for (var folded : reader.at("details:not([open]) > summary").all()) {
            if (folded.isVisible()) {
                folded.click();
            }
        }
        assertThat(reader.at("body").innerText()).as(path).doesNotContain("??");
        seen.add(URI.create(reader.page.url()).getPath());
        seen.add(path.split("\\?", 2)[0]);
    }

    /** One moment of the past stands for all. */
    private static String likeness(String link) {
        return link.replaceAll("position=\\d+", "position");
    }

    /** Of this server's pages, not of what programs read. */
    private Set<String> links(Reader reader) {
        return reader.at("a[href]").all().stream()
                .map(EveryPageTest::target)
                .filter(link -> link.startsWith(client().server() + "/"))
                .map(link -> link.substring(client().server().length()))
                .map(link -> link.split("#", 2)[0].replaceAll("[?&](lang|after)=[^&]*", ""))
                .filter(link -> !link.startsWith("/api/"))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String target(Locator link) {
        return link.evaluate("link => link.href").toString();
    }

    private Reader visitor() {
        return new Reader(chromium.browser(), client().server());
    }

    private void enterPassword(Reader reader, String login) {
        reader.page.navigate(client().server() + "/sign-in");
        reader.page.fill("#login", login);
        reader.page.fill("#password", PASSWORD);
        reader.page.click("main button");
    }

    /** What it leads to is shown once, and has no address. */
    private void setUpSecondFactor(Reader reader) {
        reader.page.navigate(client().server() + "/sign-in/second-factor");
        var secret = SecondFactorPage.decoded(reader.at("#secret").textContent());
        reader.page.fill("#code", Authenticator.code(secret, Authenticator.now()));
        reader.page.click("main .stacked button");
        PlaywrightAssertions.assertThat(reader.at("#recovery li")).hasCount(10);
    }

    private String withoutSecondFactor() {
        var login = "newcomer-" + UUID.randomUUID();
        accounts.add(new Account(new PersonId(login), login, berlinId(), Role.MEMBER, knownHash()));
        return login;
    }

    /** @return the path of a link by which somebody gets an account */
    private String somethingOnEveryPage(Account by) {
        var sees = "\"visibility\": {\"reach\": \"PUBLIC\"}";
        for (var title : List.of("Banner", "Stage")) {
            done(by, "/coalitions/" + coalition + "/tasks", "{\"title\": {\"en\": \"" + title + "\"}, " + sees + "}");
        }
        var first = vigil(by, "2031-01-01T12:00", sees);
        var second = vigil(by, "2031-01-02T12:00", sees);
        vigil(by, "2031-01-01T12:00", sees + ", \"acknowledged\": [\"" + first + "\"]"); // to be merged with the first
        done(by, "/coalitions/" + coalition + "/actions/" + first + "/merge", "{\"with\": \"" + second + "\"}");
        done(
                by,
                "/coalitions/" + coalition + "/resources",
                "{\"title\": {\"en\": \"Van\"}, \"kind\": \"VEHICLE\", \"quantity\": 1, " + sees + "}");
        done(
                by,
                "/coalitions/" + coalition + "/synchronised",
                "{\"title\": {\"en\": \"Candles\"}, \"kind\": \"VIGIL\", \"moment\": {\"localTime\": \"2031-01-01T18:00\"},"
                        + " \"minutes\": 60, \"goal\": 5}");
        return JSON.readTree(done(by, "/sign-up-links", "{\"role\": \"MEMBER\"}"))
                .path("link")
                .asString();
    }

    private String vigil(Account by, String starts, String more) {
        var body = "{\"title\": {\"en\": \"Vigil\"}, \"kind\": \"VIGIL\", \"city\": \"berlin\", \"starts\": \"" + starts
                + "\", " + more + "}";
        return JSON.readTree(done(by, "/coalitions/" + coalition + "/actions", body))
                .path("id")
                .asString();
    }

    private String done(Account by, String path, String body) {
        var token = bearer(by);
        var answer = client().send(
                        "POST",
                        "/api/v1" + path,
                        BodyPublishers.ofString(body),
                        "Content-Type",
                        "application/json",
                        token[0],
                        token[1]);
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
        return answer.body();
    }
}
