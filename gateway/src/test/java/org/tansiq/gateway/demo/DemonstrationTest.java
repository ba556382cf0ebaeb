package org.tansiq.gateway.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.tansiq.campaign.Campaign;
import org.tansiq.campaign.Coalition;
import org.tansiq.campaign.House;
import org.tansiq.campaign.Person;
import org.tansiq.probe.Client;
import org.tansiq.probe.Tokens;
import tools.jackson.databind.JsonNode;

@ExtendWith(OutputCaptureExtension.class)
class DemonstrationTest {
    private static final String DEMO = "--spring.profiles.active=demo";

    @TempDir
    private Path folder;

    @Test
    void it_fills_an_empty_installation_and_later_only_sets_the_password(CapturedOutput output) {
        List<JsonNode> log;
        try (var house = House.on(folder, DEMO, "--TANSIQ_DEMO_PASSWORD=twelve white doves")) {
            var campaign = house.campaign();
            var ghouta = new Coalition(campaign, "ghouta-2018");
            var steward = campaign.known("steward");
            var berlin = campaign.known("berlin");
            var auditor = campaign.known("auditor");

            assertThat(ghouta.rows(auditor, "collisions")).hasSize(17);
            assertThat(ghouta.rows(berlin, "actions")).hasSize(66 + 6);
            assertThat(ghouta.rows(steward, "synchronised")
                            .getFirst()
                            .path("covered")
                            .path("cities")
                            .asInt())
                    .isEqualTo(6);
            assertThat(ghouta.rows(steward, "tasks")).hasSize(5);
            assertThat(ghouta.rows(steward, "resources")).hasSize(3);
            assertThat(standings(ghouta, steward)).containsEntry("STEWARD", 1L).hasSize(2);
            assertThat(output.getOut())
                    .contains("steward", "berlin", "auditor", "twelve white doves", campaign.server());
            // Each may do what the words on the console say.
            steward.post(ghouta.path("/tasks/demo-press/hand-over/accept")).done();
            berlin.post(ghouta.path("/tasks/demo-interpreter/claim")).done();
            assertThat(auditor.post(ghouta.path("/tasks/demo-hashtag/claim")).status())
                    .isEqualTo(403);
            assertThat(auditor.get(ghouta.path("/history"))
                            .done()
                            .http()
                            .body()
                            .lines()
                            .filter(line -> !line.contains("actions.FindingRaised")))
                    .hasSize(ghouta.log().size());
            log = ghouta.log();
        }

        try (var house = House.on(folder, DEMO, "--TANSIQ_DEMO_PASSWORD=thirteen white doves")) {
            var campaign = house.campaign();
            var ghouta = new Coalition(campaign, "ghouta-2018");

            assertThat(ghouta.log()).isEqualTo(log);
            assertThat(signIn(campaign, "twelve white doves")).endsWith("/sign-in?wrong");
            assertThat(signIn(campaign, "thirteen white doves")).endsWith("/");
            assertThat(ghouta.rows(campaign.known("steward"), "collisions")).hasSize(17);
        }
    }

    @Test
    void a_log_of_it_that_came_without_accounts_is_gone_on_with() throws IOException {
        List<JsonNode> log;
        try (var house = House.on(folder, DEMO, "--TANSIQ_DEMO_PASSWORD=twelve white doves")) {
            log = new Coalition(house.campaign(), "ghouta-2018").log();
        }
        try (var files = Files.list(folder)) {
            for (var file : files.filter(each -> each.getFileName().toString().startsWith("accounts."))
                    .toList()) {
                Files.delete(file);
            }
        }

        try (var house = House.on(folder, DEMO, "--TANSIQ_DEMO_PASSWORD=twelve white doves")) {
            var ghouta = new Coalition(house.campaign(), "ghouta-2018");
            assertThat(ghouta.log()).isEqualTo(log);
            assertThat(ghouta.rows(house.campaign().known("steward"), "tasks")).hasSize(5);
        }
    }

    @Test
    void the_steward_s_token_is_as_set_and_only_as_long_as_it_is_set_so(CapturedOutput output) {
        var first = "a first token of the demonstration";
        var second = "a second token of the demonstration";
        try (var house = House.on(folder, DEMO, "--TANSIQ_DEMO_TOKEN=" + first)) {
            var mine = house.campaign().client().get("/api/v1/me", "Authorization", Tokens.bearer(first));
            assertThat(mine.statusCode()).as(mine.body()).isEqualTo(200);
            assertThat(mine.body()).contains("\"steward\"");
            assertThat(output.getOut()).contains(first);
        }
        try (var house = House.on(folder, DEMO, "--TANSIQ_DEMO_TOKEN=" + second)) {
            var client = house.campaign().client();
            assertThat(client.get("/api/v1/me", "Authorization", Tokens.bearer(first))
                            .statusCode())
                    .isEqualTo(401);
            assertThat(client.get("/api/v1/me", "Authorization", Tokens.bearer(second))
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void a_token_that_could_be_guessed_is_refused(CapturedOutput output) {
        assertThatThrownBy(() -> House.on(folder, DEMO, "--TANSIQ_DEMO_TOKEN=" + "x".repeat(31))
                        .close())
                .isNotNull();
        assertThat(output.getAll())
                .contains("APPLICATION FAILED TO START", "TANSIQ_DEMO_TOKEN", "32")
                .doesNotContain("xxxxxxxx", "\tat org.");
    }

    private static String signIn(Campaign campaign, String password) {
        return new Client(campaign.client().port())
                .signIn("steward", password)
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    private static Map<String, Long> standings(Coalition coalition, Person reader) {
        return coalition.rows(reader, "members").stream()
                .collect(Collectors.groupingBy(row -> row.path("standing").asString(), Collectors.counting()));
    }
}
