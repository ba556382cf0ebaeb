package org.tansiq.gateway.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.tansiq.probe.Authenticator;

/** Somebody with a browser of their own: what it asked for, and what it complained of. */
final class Reader {
    private static final double MILLIS_MAX = 10_000;

    final Page page;
    final List<String> requests = new CopyOnWriteArrayList<>();
    final List<String> complaints = new CopyOnWriteArrayList<>();

    private final String server;

    Reader(Browser browser, String server) {
        this.server = server;
        BrowserContext own = browser.newContext(new Browser.NewContextOptions().setLocale("en-GB"));
        own.setDefaultTimeout(MILLIS_MAX);
        own.onRequest(request -> requests.add(request.url()));
        own.onWebError(error -> complaints.add(error.error()));
        own.onConsoleMessage(this::hear);
        page = own.newPage();
        page.onWebSocket((WebSocket socket) -> requests.add(socket.url()));
    }

    /** Of a refused command the browser itself says that it failed; everything else that it says is a fault of ours. */
    private void hear(ConsoleMessage said) {
        var refused = said.text().startsWith("Failed to load resource")
                && said.location().contains("/api/v1/");
        if (!refused && List.of("error", "warning").contains(said.type())) {
            complaints.add(said.text() + " at " + said.location());
        }
    }

    void signIn(String login, String password) {
        page.navigate(server + "/sign-in");
        page.fill("#login", login);
        page.fill("#password", password);
        page.click("main button");
        if (page.url().endsWith("/sign-in/code")) {
            page.fill("#code", Authenticator.code(login));
            page.locator("main button").first().click();
        }
        assertThat(page.locator(".who")).containsText(login);
    }

    /** Opens a page and waits until it hears of changes; whatever comes now comes without a reload. */
    void open(String path) {
        page.navigate(server + path);
        assertThat(page.locator("body.live")).isAttached();
        page.evaluate("() => { window.sameAsBefore = true; }");
    }

    boolean hasNotReloaded() {
        return Boolean.TRUE.equals(page.evaluate("() => window.sameAsBefore === true"));
    }

    Locator at(String selector) {
        return page.locator(selector);
    }

    Locator card(String title) {
        var heading = page.locator("h2, h3", new Page.LocatorOptions().setHasText(title));
        return page.locator("article.card", new Page.LocatorOptions().setHas(heading));
    }

    void press(Locator within, String words) {
        within.locator("button", new Locator.LocatorOptions().setHasText(words))
                .first()
                .click();
    }

    void unfold(Locator within, String words) {
        within.locator("summary", new Locator.LocatorOptions().setHasText(words))
                .first()
                .click();
    }

    List<String> elsewhere() {
        var own = List.of(server + "/", server.replaceFirst("^http", "ws") + "/");
        var elsewhere = new ArrayList<>(requests);
        elsewhere.removeIf(url -> own.stream().anyMatch(url::startsWith));
        return elsewhere;
    }
}
