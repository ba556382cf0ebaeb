package org.tansiq.gateway.provider;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.tansiq.gateway.Tansiq;
import org.tansiq.infra.members.Role;
import org.tansiq.probe.Authenticator;
import org.tansiq.probe.Chromium;
import org.tansiq.probe.ProbeServer;
import org.tansiq.probe.ServerTest;

/** There and back in a real browser, which keeps cookies of this site from what comes from another. */
@Tag("browser")
@SpringBootTest(classes = Tansiq.class, webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT)
@Import(ProbeServer.class)
class ProviderJourneyTest extends ServerTest {
    private static final SmallProvider PROVIDER = new SmallProvider();
    private static final int PORT = freePort();
    private static final String SITE = "http://localhost:" + PORT;

    @TempDir
    static Path folder;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("server.port", () -> PORT);
        settings.add("tansiq.web.site", () -> SITE);
        settings.add("tansiq.provider.issuer", PROVIDER::issuer);
        settings.add("tansiq.provider.client", () -> SmallProvider.CLIENT);
        settings.add("tansiq.provider.secret-file", () -> {
            try {
                return Files.writeString(folder.resolve("secret"), SmallProvider.SECRET)
                        .toString();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }

    @AfterAll
    static void stop() {
        PROVIDER.close();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void a_person_links_the_provider_and_comes_in_by_it() {
        var mona = account(Role.COORDINATOR);
        try (var chromium = Chromium.start()) {
            var page = chromium.browser().newPage();
            page.navigate(SITE + "/sign-in");
            page.fill("#login", mona.login());
            page.fill("#password", PASSWORD);
            page.click("main form button");
            page.fill("#code", Authenticator.code(mona.login()));
            page.locator("main form button").first().click();
            assertThat(page.locator(".who")).containsText(mona.login());

            page.navigate(SITE + "/account");
            page.click("#provider summary");
            page.fill("#provider-current", PASSWORD);
            page.fill("#provider-code", Authenticator.code(mona.login()));
            page.click("#provider form button");
            page.click("#go");
            assertThat(page.locator("#provider")).containsText("Linked since");
            assertThat(page).hasURL(SITE + "/account?done");

            page.locator(".tools form button").click();
            page.click("a#provider");
            assertThat(page.locator(".who")).containsText(mona.login());

            page.navigate(SITE + "/account");
            page.click("#provider form button");
            assertThat(page.locator("#provider summary")).isVisible();
            page.locator(".tools form button").click();
            page.click("a#provider");
            assertThat(page.locator("[role=status]")).containsText("did not let you in");
        }
    }
}
