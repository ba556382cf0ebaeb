package org.tansiq.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.tansiq.campaign.House;
import org.tansiq.campaign.Person;

/** Where the server may listen, and whose pages it listens to. */
@ExtendWith(OutputCaptureExtension.class)
class ListeningPlaceTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", ""})
    void where_others_reach_it_it_does_not_start_without_tls(String address, CapturedOutput output) {
        assertThatThrownBy(() -> House.on(folder, "--server.address=" + address).close())
                .isInstanceOfSatisfying(
                        ExitCodeGenerator.class,
                        refused -> assertThat(refused.getExitCode()).isEqualTo(78));
        assertThat(output.getAll())
                .contains("APPLICATION FAILED TO START", "without TLS", "دون TLS", "TANSIQ_PROXY=https://host")
                .doesNotContain("\tat org.");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void behind_a_proxy_that_is_named_it_starts_and_takes_the_proxy_for_itself() {
        try (var house =
                House.on(folder, "--server.address=0.0.0.0", "--tansiq.web.proxy=https://tansiq.example.org")) {
            var campaign = house.campaign();
            var berlin = campaign.organization("Berlin");
            var founding = Map.of("name", Map.of("en", "Ghouta"));

            berlin.post("/api/v1/coalitions", founding, "Origin", "https://tansiq.example.org")
                    .done();
            berlin.post("/api/v1/coalitions", founding, "Origin", "https://elsewhere.example.org")
                    .refused(403, "foreign-origin");
            connect(campaign.server(), berlin, "https://tansiq.example.org");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tansiq.example.org",
                "http://tansiq.example.org",
                "https://tansiq.example.org/",
                "https://tansiq.example.org/below",
                "https://me@tansiq.example.org",
                "https://",
                "yes"
            })
    void what_is_no_proxy_with_tls_is_refused(String proxy, CapturedOutput output) {
        assertThatThrownBy(() -> House.on(folder, "--tansiq.web.proxy=" + proxy).close())
                .isInstanceOf(ExitCodeGenerator.class);
        assertThat(output.getAll()).contains("APPLICATION FAILED TO START", "TANSIQ_PROXY", "المضيف");
    }

    @Test
    void sockets_are_for_pages_of_the_origins_that_are_named_and_no_others() {
        try (var house =
                House.on(folder, "--tansiq.web.origins=https://wall.example.org,https://map.example.org:8443")) {
            var campaign = house.campaign();
            var berlin = campaign.organization("Berlin");

            connect(campaign.server(), berlin, "https://wall.example.org");
            connect(campaign.server(), berlin, "https://map.example.org:8443");
            connect(campaign.server(), berlin, campaign.server());
            for (var other : new String[] {
                "https://map.example.org", "http://wall.example.org", "https://x.wall.example.org", "null"
            }) {
                assertThatThrownBy(() -> connect(campaign.server(), berlin, other))
                        .as(other)
                        .isInstanceOf(CompletionException.class);
            }
        }
    }

    private static void connect(String server, Person person, String origin) {
        HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("Authorization", person.authorization())
                .header("Origin", origin)
                .buildAsync(URI.create(server.replace("http", "ws") + "/live"), new WebSocket.Listener() {})
                .join()
                .abort();
    }
}
