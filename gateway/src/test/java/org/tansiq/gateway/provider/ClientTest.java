package org.tansiq.gateway.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tansiq.gateway.shared.ProviderSettings;
import org.tansiq.gateway.shared.StartRefused;
import org.tansiq.probe.ServerTest;

class ClientTest extends ServerTest {
    @TempDir
    Path folder;

    private Path secret;

    @BeforeEach
    void keep() throws IOException {
        secret = Files.writeString(folder.resolve("secret"), "a secret of ours\n");
    }

    private static void refused(ProviderSettings settings) {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> Client.of(settings))
                .withMessageNotContaining("a secret of ours");
    }

    @Test
    void the_secret_is_what_its_file_holds_and_is_told_to_nobody() {
        var client = Client.of(new ProviderSettings("https://id.example.org", "tansiq", secret));

        assertThat(client.secret()).isEqualTo("a secret of ours");
        assertThat(client.toString()).doesNotContain("a secret of ours");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://id.example.org", "id.example.org", "ftp://127.0.0.1", "not an address"})
    void a_provider_is_spoken_to_by_tls_or_on_this_machine(String issuer) {
        refused(new ProviderSettings(issuer, "tansiq", secret));
    }

    @Test
    void half_of_what_is_needed_is_refused_at_the_start() throws IOException {
        refused(new ProviderSettings("https://id.example.org", null, secret));
        refused(new ProviderSettings("https://id.example.org", " ", secret));
        refused(new ProviderSettings("https://id.example.org", "tansiq", null));
        refused(new ProviderSettings("https://id.example.org", "tansiq", folder.resolve("missing")));
        refused(new ProviderSettings(
                "https://id.example.org", "tansiq", Files.writeString(folder.resolve("empty"), "\n")));
    }

    @Test
    void without_a_provider_there_is_no_way_in_by_it() {
        var browser = client();

        assertThat(new ProviderSettings(" ", null, null).isThere()).isFalse();
        assertThat(browser.get("/sign-in").body()).doesNotContain("other provider");
        assertThat(browser.get("/sign-in/provider").statusCode()).isEqualTo(404);
        assertThat(browser.get("/sign-in/provider/back?code=a&state=b").statusCode())
                .isEqualTo(404);
    }
}
