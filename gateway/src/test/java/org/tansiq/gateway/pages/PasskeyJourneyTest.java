package org.tansiq.gateway.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
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

/** A passkey in a real browser, with a device that exists in it only. */
@Tag("browser")
@SpringBootTest(classes = Tansiq.class, webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT)
@Import(ProbeServer.class)
class PasskeyJourneyTest extends ServerTest {
    private static final int PORT = freePort();
    private static final String SITE = "http://localhost:" + PORT;

    @DynamicPropertySource
    static void site(DynamicPropertyRegistry settings) {
        settings.add("server.port", () -> PORT);
        settings.add("tansiq.web.site", () -> SITE);
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void giveDevice(Reader reader) {
        BrowserContext own = reader.page.context();
        var devTools = own.newCDPSession(reader.page);
        devTools.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        var device = new JsonObject();
        device.add("options", options);
        devTools.send("WebAuthn.addVirtualAuthenticator", device);
    }

    @Test
    void a_person_makes_a_passkey_comes_in_with_it_and_removes_it() {
        var mona = account(Role.COORDINATOR);
        try (var chromium = Chromium.start()) {
            var reader = new Reader(chromium.browser(), SITE);
            giveDevice(reader);
            reader.signIn(mona.login(), PASSWORD);
            reader.page.navigate(SITE + "/account");
            reader.unfold(reader.at("#new-passkey"), "Make a passkey");
            reader.page.fill("#passkey-label", "هاتفي");
            reader.page.fill("#passkey-current", PASSWORD);
            reader.page.fill("#passkey-code", "000");
            reader.press(reader.at("#new-passkey form"), "Make a passkey");
            assertThat(reader.at("#new-passkey [role=alert]")).containsText("This code is wrong");
            reader.page.fill("#passkey-code", Authenticator.code(mona.login()));
            reader.press(reader.at("#new-passkey form"), "Make a passkey");
            assertThat(reader.at("#passkeys article")).containsText("هاتفي");

            reader.page.locator("form[action='/sign-out'] button").click();
            reader.page.navigate(SITE + "/sign-in?lang=ar");
            assertThat(reader.at("#passkey button")).hasText("تسجيل الدخول بمفتاح مرور");
            reader.page.navigate(SITE + "/sign-in?lang=en");
            reader.press(reader.at("#passkey"), "Sign in with a passkey");
            assertThat(reader.page.locator(".who")).containsText(mona.login());

            reader.page.navigate(SITE + "/account");
            reader.press(reader.at("#passkeys article"), "Remove it");
            assertThat(reader.at("#passkeys article")).hasCount(0);
            reader.page.locator("form[action='/sign-out'] button").click();
            reader.press(reader.at("#passkey"), "Sign in with a passkey");
            assertThat(reader.at("#passkey [role=alert]")).containsText("the password");
            assertThat(reader.elsewhere()).isEmpty();
        }
    }
}
