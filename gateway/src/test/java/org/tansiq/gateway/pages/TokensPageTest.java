package org.tansiq.gateway.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tansiq.infra.members.Role;
import org.tansiq.probe.Chromium;
import org.tansiq.probe.ServerTest;
import org.tansiq.probe.Tokens;

@Tag("browser")
class TokensPageTest extends ServerTest {
    @Test
    void a_person_makes_a_token_uses_it_and_takes_it_back() {
        var mona = account(Role.COORDINATOR);
        try (var chromium = Chromium.start()) {
            var server = client().server();
            var reader = new Reader(chromium.browser(), server);
            reader.signIn(mona.login(), PASSWORD);
            reader.page.navigate(server + "/tokens");
            reader.unfold(reader.at("#make"), "Make a token");
            reader.page.fill("#make input[name=name]", "night import");
            reader.press(reader.at("#make form"), "Make a token");

            assertThat(reader.at("#make .told")).isVisible();
            var secret = reader.at("#make .told input").inputValue();
            assertThat(secret).startsWith("tansiq_");
            assertThat(reader.at("#live")).containsText("night import");
            assertThat(client().get("/api/v1/me", "Authorization", Tokens.bearer(secret))
                            .statusCode())
                    .isEqualTo(200);

            reader.press(reader.at("#live"), "Revoke");

            assertThat(reader.at("#live")).not().containsText("night import");
            problem(client().get("/api/v1/me", "Authorization", Tokens.bearer(secret)), 401, "bad-token");
            assertThat(reader.complaints).isEmpty();
        }
    }
}
