package org.tansiq.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tansiq.campaign.Campaign;
import org.tansiq.campaign.House;
import org.tansiq.campaign.Reply;
import org.tansiq.probe.Client;

/** Against a whole server, with limits that are soon reached. */
class LimitsTest {
    @TempDir
    private Path folder;

    @Test
    void passwords_of_one_account_are_tried_five_times_a_minute_and_no_more() {
        try (var house = House.on(folder)) {
            var campaign = house.campaign();
            var berlin = campaign.organization("Berlin");
            for (var i = 0; i < 5; i++) {
                assertThat(signIn(campaign, berlin.login()).statusCode()).isEqualTo(302);
            }

            var refused = signIn(campaign, berlin.login().toUpperCase(Locale.ROOT));

            assertThat(refused.statusCode()).isEqualTo(429);
            assertWait(refused);
            assertThat(refused.body()).contains("Too many requests").doesNotContain(berlin.login());
            assertThat(signIn(campaign, campaign.organization("Paris").login()).statusCode())
                    .isEqualTo(302);
            // An account that is none is limited like one.
            for (var i = 0; i < 5; i++) {
                assertThat(signIn(campaign, "nobody").statusCode()).isEqualTo(302);
            }
            assertThat(signIn(campaign, "nobody").statusCode()).isEqualTo(429);
            // Whoever is in already goes on.
            berlin.get("/api/v1/me").done();
        }
    }

    @Test
    void commands_and_imports_of_one_person_have_their_limits_and_reading_has_none() {
        try (var house = House.on(folder, "--tansiq.limits.commands=5", "--tansiq.limits.imports=2")) {
            var campaign = house.campaign();
            var berlin = campaign.organization("Berlin");
            var paris = campaign.organization("Paris");
            var ghouta = campaign.coalition(berlin);
            var sheet = "city,starts\n".getBytes(StandardCharsets.UTF_8);
            var path = ghouta.path("/actions/import?dry-run=true");
            for (var i = 0; i < 2; i++) {
                assertThat(berlin.sheet(path, sheet).status()).isNotEqualTo(429);
            }
            refused(berlin.sheet(path, sheet));
            var log = ghouta.log();

            assertThat(berlin.post(ghouta.path("/tasks"), Map.of("title", Map.of("en", "Permit")))
                            .status())
                    .isEqualTo(201);
            refused(berlin.post(ghouta.path("/tasks"), Map.of("title", Map.of("en", "Posters"))));
            refused(berlin.post(ghouta.path("/actions/check"), Map.of("city", "berlin", "starts", "2030-01-01T10:00")));

            assertThat(ghouta.log()).hasSize(log.size() + 1);
            for (var i = 0; i < 10; i++) {
                berlin.get(ghouta.path("/tasks")).done();
            }
            campaign.coalition(paris);
        }
    }

    @Test
    void what_an_auditor_reads_is_written_and_limited_like_what_others_change() {
        try (var house = House.on(folder, "--tansiq.limits.commands=20")) {
            var campaign = house.campaign();
            var berlin = campaign.organization("Berlin");
            var paris = campaign.organization("Paris");
            var lina = campaign.organization("Oslo");
            var ghouta = campaign.coalition(berlin, paris);
            var until = Instant.now().plus(Duration.ofDays(30)).toString();
            berlin.post(ghouta.path("/auditors"), Map.of("auditor", lina.id(), "until", until))
                    .done();
            paris.post(
                            ghouta.path("/auditors/" + lina.id() + "/second"),
                            Map.of("proposedBy", berlin.organization().value(), "until", until))
                    .done();
            for (var i = 0; i < 20; i++) {
                lina.get(ghouta.path("/tasks")).done();
            }
            var log = ghouta.log();

            refused(lina.get(ghouta.path("/tasks")));

            assertThat(ghouta.log()).hasSize(log.size());
            berlin.get(ghouta.path("/tasks")).done();
        }
    }

    @Test
    void those_who_are_not_signed_in_read_what_is_public_so_often_and_others_read_on() {
        try (var house = House.on(folder, "--tansiq.limits.public-reading=3")) {
            var campaign = house.campaign();
            var berlin = campaign.organization("Berlin");
            var passer = new Client(campaign.client().port());
            assertThat(passer.get("/public").statusCode()).isEqualTo(200);
            assertThat(passer.get("/api/v1/public/tasks").statusCode()).isEqualTo(200);
            assertThat(passer.get("/public").statusCode()).isEqualTo(200);

            var refused = passer.get("/api/v1/public/tasks");

            assertThat(refused.statusCode()).isEqualTo(429);
            assertWait(refused);
            assertThat(passer.get("/public").statusCode()).isEqualTo(429);
            assertThat(passer.get("/sign-in").statusCode()).isEqualTo(200);
            berlin.get("/api/v1/public/tasks").done();
        }
    }

    @Test
    void addresses_of_calendars_are_guessed_so_often_and_no_more() {
        try (var house = House.on(folder, "--tansiq.limits.public-reading=3")) {
            var campaign = house.campaign();
            campaign.organization("Berlin");
            var passer = new Client(campaign.client().port());
            for (var i = 0; i < 3; i++) {
                assertThat(passer.get("/feeds/guess-" + i + ".ics").statusCode())
                        .isEqualTo(404);
            }

            var refused = passer.get("/feeds/guess.ics");

            assertThat(refused.statusCode()).isEqualTo(429);
            assertWait(refused);
        }
    }

    private static void refused(Reply reply) {
        reply.refused(429, "too-many-requests");
        assertWait(reply.http());
    }

    private static void assertWait(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 60L);
    }

    private static HttpResponse<String> signIn(Campaign campaign, String login) {
        return new Client(campaign.client().port()).signIn(login, "not the password");
    }
}
