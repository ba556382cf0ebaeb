package org.tansiq.gateway.passkeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tansiq.gateway.shared.StartRefused;
import org.tansiq.infra.members.Role;
import org.tansiq.probe.ServerTest;

class SiteTest extends ServerTest {
    @Test
    void a_site_has_a_name() {
        assertThat(Site.of(" https://tansiq.example.org "))
                .isEqualTo(new Site("https://tansiq.example.org", "tansiq.example.org"));
        assertThat(Site.of("https://t.example:8443").host()).isEqualTo("t.example");
        assertThat(Site.of("http://localhost:8080").host()).isEqualTo("localhost");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tansiq.example",
                "http://tansiq.example",
                "https://192.0.2.1",
                "https://[::1]",
                "https://tansiq.example/",
                "https://tansiq.example/x?y",
                "https://user@tansiq.example",
                "https://",
                "not an address"
            })
    void what_browsers_keep_no_passkeys_for_is_refused_at_the_start(String given) {
        assertThatExceptionOfType(StartRefused.class).isThrownBy(() -> Site.of(given));
    }

    /** The library of passkeys brings another format along. */
    @Test
    void the_api_reads_json_and_nothing_else() {
        var body = new byte[] {(byte) 0xA1, 0x64, 'r', 'o', 'l', 'e', 0x66, 'M', 'E', 'M', 'B', 'E', 'R'};
        var headers = bearer(account(Role.COORDINATOR));

        var answer = client().send(
                        "POST",
                        "/api/v1/sign-up-links",
                        BodyPublishers.ofByteArray(body),
                        headers[0],
                        headers[1],
                        "Content-Type",
                        "application/cbor");

        problem(answer, 415, "unsupported-type");
    }

    @Test
    void without_a_site_there_are_no_passkeys() {
        var browser = client();
        var token = browser.token("/sign-in");

        assertThat(browser.get("/sign-in").body()).doesNotContain("passkey");
        for (var path : new String[] {"/sign-in/passkey", "/sign-in/passkey/options"}) {
            problem(browser.json(path, "{}", "X-CSRF-TOKEN", token), 404, "no-such-path");
        }
    }
}
