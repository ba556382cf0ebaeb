package org.tansiq.gateway.history;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tansiq.campaign.CoalitionTest;
import org.tansiq.campaign.Person;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.infra.history.History;
import org.tansiq.infra.members.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HistoryApiTest extends CoalitionTest {
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    private History history;

    @Test
    void it_tells_the_events_in_the_order_of_the_log() {
        var task = task("Permit");
        paris.post(ghouta.path("/tasks/" + task + "/claim")).done();

        var lines = lines(berlin, "");
        assertThat(lines)
                .extracting(line -> line.path("event").asString())
                .containsExactly(
                        "members.CoalitionFounded",
                        "members.OrganizationInvited",
                        "members.OrganizationJoined",
                        "tasks.TaskOpened",
                        "tasks.TaskClaimed");
        assertThat(lines)
                .extracting(line -> line.path("position").asLong())
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void every_line_says_who_and_when() {
        var before = Instant.now().minusSeconds(1);
        var task = task("Permit");
        var claimed = paris.post(ghouta.path("/tasks/" + task + "/claim"));

        var line = lines(berlin, "").getLast();
        assertThat(line.path("position").asLong()).isEqualTo(claimed.position());
        assertThat(line.path("person").asString()).isEqualTo(paris.id());
        assertThat(line.path("organization").asString())
                .isEqualTo(paris.organization().value());
        assertThat(Instant.parse(line.path("at").asString())).isBetween(before, Instant.now());
        assertThat(line.path("version").asString()).isEqualTo("1");
        assertThat(line.path("id").asString()).isNotBlank();
        assertThat(line.has("cause")).isFalse();
        assertThat(line.path("payload").path("task").asString()).isEqualTo(task);
    }

    @Test
    void a_payload_stands_there_byte_for_byte_as_in_the_log() {
        task("تصريح \"الشرطة\" \\ \u2028 ✊");

        var entry =
                history.latest(new CoalitionId(ghouta.id()), history.head(), 1).getFirst();
        var line = berlin.get(ghouta.path("/history"))
                .http()
                .body()
                .lines()
                .toList()
                .getLast();
        assertThat(line).endsWith(",\"payload\":" + entry.payload() + "}").doesNotContain("\n");
        assertThat(JSON.readTree(line).path("payload").path("title").path("en").asString())
                .isEqualTo("تصريح \"الشرطة\" \\ \u2028 ✊");
    }

    @Test
    void it_goes_on_from_a_position() {
        var first = berlin.post(ghouta.path("/tasks"), Map.of("title", Map.of("en", "Permit")));
        task("Posters");

        var all = lines(berlin, "");
        assertThat(lines(berlin, "?from=" + first.position())).isEqualTo(all.subList(all.size() - 2, all.size()));
        assertThat(lines(berlin, "?from=" + history.head())).isEmpty();
        assertThat(lines(berlin, "?from=999999999999")).isEmpty();
    }

    @Test
    void the_answer_says_what_it_is_and_how_far_it_goes() {
        var last = berlin.post(ghouta.path("/tasks"), Map.of("title", Map.of("en", "Permit")));

        var answer = berlin.get(ghouta.path("/history")).done();
        assertThat(answer.http().headers().firstValue("Content-Type").orElseThrow())
                .startsWith("application/x-ndjson");
        assertThat(answer.position()).isGreaterThanOrEqualTo(last.position());
        assertThat(answer.http().body()).endsWith("}\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?from=-2", "?from=soon", "?from=99999999999999999999"})
    void what_is_no_position_is_refused(String query) {
        var answer = berlin.get(ghouta.path("/history" + query));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.refused(422, answer.json().path("code").asString())
                        .path("field")
                        .asString())
                .isEqualTo("from");
    }

    @Test
    void members_and_auditors_read_all_of_it_and_others_none() {
        task("Permit");
        var all = lines(berlin, "");

        assertThat(lines(campaign.person(paris.organization(), Role.AUDITOR), ""))
                .isEqualTo(all);
        assertThat(lines(campaign.person(paris.organization(), Role.MEMBER), ""))
                .isEqualTo(all);
        outsider.get(ghouta.path("/history")).refused(404, "no-such-coalition");
        assertThat(campaign.client().get(ghouta.path("/history")).statusCode()).isEqualTo(401);
    }

    @Test
    void it_holds_nothing_of_other_coalitions() {
        var aleppo = campaign.coalition(berlin);
        var task = berlin.post(aleppo.path("/tasks"), Map.of("title", Map.of("en", "Elsewhere")))
                .id();

        assertThat(berlin.get(ghouta.path("/history")).http().body()).doesNotContain(task, aleppo.id());
    }

    @Test
    void what_a_leaving_organisation_held_is_given_back_by_the_automation_and_it_says_why() throws Exception {
        var held = task("Permit");
        paris.post(ghouta.path("/tasks/" + held + "/claim")).done();
        var resource = paris.post(
                        ghouta.path("/resources"),
                        Map.of("kind", "vehicle", "title", Map.of("en", "Van"), "quantity", 1))
                .id();
        var vigil = paris.post(
                        ghouta.path("/actions"),
                        Map.of(
                                "title",
                                Map.of("en", "Vigil"),
                                "kind",
                                "vigil",
                                "city",
                                "Paris",
                                "starts",
                                "2018-02-24T18:00"))
                .id();
        var left = paris.post(ghouta.path("/leave"));

        var after = List.<JsonNode>of();
        for (var wait = 0; after.size() < 4 && wait < 200; wait++) {
            Thread.sleep(25);
            after = lines(berlin, "?from=" + left.position());
        }
        assertThat(after)
                .extracting(line -> line.path("event").asString())
                .containsExactly(
                        "members.OrganizationLeft",
                        "tasks.TaskReleased",
                        "actions.ActionCancelled",
                        "resources.ResourceWithdrawn");
        var cause = after.getFirst().path("id").asString();
        assertThat(after.getFirst().path("person").asString()).isEqualTo(paris.id());
        assertThat(after.subList(1, 4)).allSatisfy(line -> {
            assertThat(line.path("person").asString()).isEqualTo("automation");
            assertThat(line.path("organization").asString())
                    .isEqualTo(paris.organization().value());
            assertThat(line.path("cause").asString()).isEqualTo(cause);
        });
        assertThat(ghouta.row(berlin, "tasks", held).path("state").asString()).isEqualTo("OPEN");
        assertThat(ghouta.row(berlin, "actions", vigil).path("status").asString())
                .isEqualTo("CANCELLED");
        assertThat(ghouta.row(berlin, "resources", resource).path("state").asString())
                .isEqualTo("WITHDRAWN");
        berlin.post(ghouta.path("/tasks/" + held + "/claim")).done();
    }

    @Test
    void readers_that_take_their_time_hold_nobody_up() throws IOException {
        for (var n = 0; n < 60; n++) {
            berlin.post(ghouta.path("/tasks"), big()).done();
        }
        var slow = new ArrayList<Socket>();
        try {
            for (var n = 0; n < 24; n++) { // more than the log has readers
                var socket = new Socket();
                socket.setReceiveBufferSize(4_096);
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                socket.getOutputStream()
                        .write(("GET " + ghouta.path("/history") + " HTTP/1.1\r\nHost: 127.0.0.1:" + port
                                        + "\r\nAuthorization: " + berlin.authorization() + "\r\n\r\n")
                                .getBytes(US_ASCII));
                assertThat(socket.getInputStream().read()).isEqualTo('H'); // it has begun
                slow.add(socket);
            }
            var begun = Instant.now();
            var task = task("Permit");
            paris.post(ghouta.path("/tasks/" + task + "/claim")).done();
            assertThat(lines(berlin, "?from=" + (history.head() - 1))).hasSize(1);
            assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(2));
        } finally {
            for (var socket : slow) {
                socket.close();
            }
        }
    }

    /** About 100 KB as a line. */
    private static Map<String, Object> big() {
        var needed = new LinkedHashMap<String, String>();
        for (var language : List.of("ar", "en", "de", "fr", "es", "it", "tr", "ku", "nl", "sv")) {
            needed.put(language, "ي".repeat(4_000));
        }
        return Map.of("title", Map.of("en", "Much to read"), "needed", needed);
    }

    private String task(String title) {
        return berlin.post(ghouta.path("/tasks"), Map.of("title", Map.of("en", title)))
                .id();
    }

    private List<JsonNode> lines(Person reader, String query) {
        return reader.get(ghouta.path("/history" + query))
                .done()
                .http()
                .body()
                .lines()
                .map(JSON::readTree)
                .toList();
    }
}
