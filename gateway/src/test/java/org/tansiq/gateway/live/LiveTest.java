package org.tansiq.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.socket.config.WebSocketMessageBrokerStats;
import org.tansiq.campaign.CoalitionTest;
import org.tansiq.campaign.Person;
import org.tansiq.infra.members.Role;
import tools.jackson.databind.JsonNode;

class LiveTest extends CoalitionTest {
    private static final Duration SOON = Duration.ofSeconds(2);
    /** For what the machine decides, not the server: a closed socket is read to its end first. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final String[] VIEWS = {"members", "tasks", "actions", "collisions", "synchronised", "resources"};

    @Autowired
    private WebSocketMessageBrokerStats broker;

    @Test
    void to_listen_one_signs_in() {
        assertThat(refusedHandshake()).isEqualTo(401);
        assertThat(refusedHandshake("Authorization", "Basic bm9ib2R5Om5vdGhpbmc="))
                .isEqualTo(401);
    }

    @Test
    void pages_of_other_sites_do_not_listen() {
        assertThat(refusedHandshake("Authorization", berlin.authorization(), "Origin", "https://elsewhere.example"))
                .isEqualTo(403);
        assertThat(refusedHandshake("Authorization", berlin.authorization(), "Origin", "null"))
                .isEqualTo(403);
        LiveSocket.of(campaign.server(), berlin, "Origin", campaign.server()).close();
    }

    @Test
    void every_view_is_heard_as_it_changes() {
        try (var live = listening(paris, VIEWS)) {
            var task = task("Permit");
            assertThat(heard(live, "tasks", "put", task)
                            .path("title")
                            .path("en")
                            .asString())
                    .isEqualTo("Permit");
            var first = action("2018-02-24T18:00");
            heard(live, "actions", "put", first);
            var second = berlin.post(
                            ghouta.path("/actions"), with(vigil("2018-02-24T18:30"), "acknowledged", List.of(first)))
                    .id();
            // The pair is told of again when the matcher has judged it, or only then if that came soon.
            List<JsonNode> changes = new ArrayList<>();
            do {
                changes.add(live.change());
            } while (changes.stream()
                            .noneMatch(change -> change.path("id").asString().equals(second))
                    || changes.stream().noneMatch(change -> change.path("row").has("score")));
            assertThat(changes)
                    .extracting(change -> change.path("id").asString())
                    .containsOnly(second, first + "+" + second);
            berlin.post(ghouta.path("/actions/" + second + "/cancel")).done();
            changes = List.of(live.change(), live.change());
            assertThat(changes)
                    .filteredOn(change -> change.path("op").asString().equals("remove"))
                    .singleElement()
                    .satisfies(change -> {
                        assertThat(change.path("id").asString()).isEqualTo(first + "+" + second);
                        assertThat(change.has("row")).isFalse();
                    });
            var call = berlin.post(
                            ghouta.path("/synchronised"),
                            Map.of(
                                    "title",
                                    Map.of("en", "Candles"),
                                    "kind",
                                    "vigil",
                                    "moment",
                                    Map.of("instant", "2018-02-28T19:00:00Z"),
                                    "minutes",
                                    30,
                                    "goal",
                                    15))
                    .id();
            heard(live, "synchronised", "put", call);
            var resource = berlin.post(
                            ghouta.path("/resources"),
                            Map.of("kind", "vehicle", "title", Map.of("en", "Van"), "quantity", 1))
                    .id();
            heard(live, "resources", "put", resource);
            var invited = campaign.organization("Rome");
            campaign.settle();
            var invitation = berlin.post(
                            ghouta.path("/invitations"),
                            Map.of("organization", invited.organization().value()))
                    .id();
            var member = ghouta.id() + "/" + invited.organization();
            assertThat(heard(live, "members", "put", member).path("standing").asString())
                    .isEqualTo("INVITED");
            invited.post(ghouta.path("/invitations/" + invitation + "/decline")).done();
            heard(live, "members", "remove", member);
        }
    }

    @Test
    void a_message_is_what_the_view_has_and_says_its_position() {
        try (var live = listening(paris, "tasks")) {
            var opened = berlin.post(ghouta.path("/tasks"), Map.of("title", Map.of("en", "Permit")));
            var frame = live.next();

            assertThat(frame.headers())
                    .containsEntry("destination", "/topic/coalitions/" + ghouta.id() + "/tasks")
                    .containsEntry("content-type", "application/json");
            assertThat(frame.json().propertyNames()).containsExactly("position", "op", "id", "row");
            assertThat(frame.json().path("position").asLong()).isEqualTo(opened.position());
            assertThat(frame.json().path("row")).isEqualTo(ghouta.row(paris, "tasks", opened.id()));
        }
    }

    @Test
    void an_auditor_listens_too() {
        try (var live = listening(campaign.person(paris.organization(), Role.AUDITOR), "tasks")) {
            heard(live, "tasks", "put", task("Permit"));
        }
    }

    @Test
    void nothing_is_missed_from_the_moment_that_a_subscription_is_confirmed() {
        for (var round = 0; round < 10; round++) {
            try (var live = listening(paris, "tasks")) {
                heard(live, "tasks", "put", task("Permit " + round));
            }
        }
    }

    @Test
    void a_second_listener_takes_nothing_from_the_first() {
        try (var first = listening(paris, "tasks")) {
            heard(first, "tasks", "put", task("Permit"));
            try (var second = listening(berlin, "tasks")) {
                var task = task("Posters");
                heard(first, "tasks", "put", task);
                heard(second, "tasks", "put", task);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/topic/coalitions/{other}/tasks",
                "/topic/coalitions/nowhere/tasks",
                "/topic/coalitions/*/tasks",
                "/topic/coalitions/{mine}/*",
                "/topic/coalitions/{mine}/organizations",
                "/topic/coalitions/{mine}",
                "/topic/**",
                "/queue/anything",
            })
    void what_one_may_not_hear_is_refused_like_what_does_not_exist(String destination) {
        var aleppo = campaign.coalition(outsider);
        try (var live = LiveSocket.of(campaign.server(), berlin)) {
            live.ask(destination.replace("{other}", aleppo.id()).replace("{mine}", ghouta.id()));

            var answer = live.next();
            assertThat(answer.command()).isEqualTo("ERROR");
            assertThat(answer.headers().keySet()).containsExactlyInAnyOrder("message", "content-length", "receipt-id");
            assertThat(answer.headers().get("message")).isEqualTo("There is no such topic.");
            assertThat(answer.body()).isEmpty();
            live.closed(SOON);
        }
    }

    @Test
    void clients_send_nothing() {
        var destination = "/topic/coalitions/" + ghouta.id() + "/tasks";
        try (var listener = listening(paris, "tasks");
                var live = LiveSocket.of(campaign.server(), berlin)) {
            live.send("SEND\ndestination:" + destination + "\n\n{\"position\":1}\0");

            assertThat(live.next().command()).isEqualTo("ERROR");
            live.closed(SOON);
            heard(listener, "tasks", "put", task("the first that is heard"));
        }
    }

    @Test
    void a_frame_over_its_limit_closes_the_socket() {
        try (var live = LiveSocket.of(campaign.server(), berlin)) {
            live.send("SUBSCRIBE\nid:s0\nnothing:" + "a".repeat(64 * 1024) + "\n\n\0");
            live.closed(SOON);
        }
    }

    @Test
    void nonsense_closes_the_socket() {
        try (var live = LiveSocket.open(campaign.server(), "Authorization", berlin.authorization())) {
            live.send("GET / HTTP/1.1\n\n\0");
            live.closed(SOON);
        }
    }

    @Test
    void one_connection_has_its_limit_of_subscriptions() {
        try (var live = LiveSocket.of(campaign.server(), berlin)) {
            for (var n = 0; n < 64; n++) {
                live.to(ghouta, "tasks");
            }
            live.ask("/topic/coalitions/" + ghouta.id() + "/tasks");
            assertThat(live.next().command()).isEqualTo("ERROR");
        }
    }

    @Test
    void what_was_refused_is_not_heard() {
        var held = task("Permit");
        berlin.post(ghouta.path("/tasks/" + held + "/claim")).done();
        campaign.settle();
        try (var live = listening(paris, VIEWS)) {
            paris.post(ghouta.path("/tasks/" + held + "/claim")).refused(409, "task-held");
            berlin.post(ghouta.path("/actions"), with(vigil("2018-02-24T18:00"), "ends", "2018-02-24T18:00"))
                    .refused(422, "end-before-start");

            heard(live, "tasks", "put", task("Posters"));
        }
    }

    @Test
    void whoever_leaves_the_coalition_hears_nothing_more() {
        try (var staying = listening(berlin, "tasks");
                var leaving = listening(paris, "tasks")) {
            paris.post(ghouta.path("/leave")).done();
            var task = task("Not for Paris");

            assertThat(leaving.closed(SOON)).isEqualTo(1008);
            assertThat(leaving.next(Duration.ZERO)).isNull();
            heard(staying, "tasks", "put", task);
        }
    }

    @Test
    void whoever_leaves_one_coalition_listens_to_another_again() {
        var aleppo = campaign.coalition(paris);
        paris.post(ghouta.path("/leave")).done();
        campaign.settle();
        try (var live = LiveSocket.of(campaign.server(), paris).to(aleppo, "tasks")) {
            var task = paris.post(aleppo.path("/tasks"), Map.of("title", Map.of("en", "Permit")))
                    .id();
            heard(live, "tasks", "put", task);
        }
    }

    @Test
    void the_changes_after_a_position_are_what_the_socket_said() {
        var before = ghouta.log().getLast().path("position").asLong();
        var heard = new LinkedHashMap<String, JsonNode>();
        try (var live = listening(paris, "tasks")) {
            var tasks = IntStream.range(0, 5).mapToObj(n -> task("Task " + n)).toList();
            tasks.forEach(
                    task -> paris.post(ghouta.path("/tasks/" + task + "/claim")).done());
            var last = berlin.post(ghouta.path("/tasks"), Map.of("title", Map.of("en", "Last")));
            JsonNode change;
            do {
                change = live.change();
                heard.remove(change.path("id").asString());
                heard.put(change.path("id").asString(), change);
            } while (change.path("position").asLong() < last.position());
        }
        campaign.settle();

        assertThat(paris.get(ghouta.path("/tasks/changes?after=" + before))
                        .done()
                        .items())
                .containsExactlyElementsOf(heard.values());
    }

    @Test
    void clients_that_do_not_read_are_closed_and_nobody_waits_for_them() throws InterruptedException {
        var deaf = new ArrayList<LiveSocket>();
        try (var live = listening(berlin, "tasks")) {
            var sockets = sockets();
            for (var n = 0; n < 24; n++) { // more than a pool of a few threads would bear
                var socket = listening(paris, "tasks");
                socket.stopReading();
                deaf.add(socket);
            }
            for (var n = 0; n < 60; n++) {
                var begun = Instant.now();
                var task = berlin.post(ghouta.path("/tasks"), big()).id();
                heard(live, "tasks", "put", task);
                assertThat(Duration.between(begun, Instant.now())).isLessThan(SOON);
            }
            eventually(() -> sockets() == sockets);
            for (var socket : deaf) {
                socket.readOn();
            }
            for (var socket : deaf) {
                socket.closed(PATIENCE);
            }
        } finally {
            deaf.forEach(LiveSocket::close);
        }
    }

    private int sockets() {
        return Objects.requireNonNull(broker.getWebSocketSessionStats()).getWebSocketSessions();
    }

    private static void eventually(BooleanSupplier condition) throws InterruptedException {
        for (var wait = 0; wait < 300; wait++) {
            if (condition.getAsBoolean()) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("It did not come about within 15 s.");
    }

    /** About 160 KB as a row. */
    private static Map<String, Object> big() {
        var needed = new LinkedHashMap<String, String>();
        for (var language : List.of("ar", "en", "de", "fr", "es", "it", "tr", "ku", "nl", "sv")) {
            needed.put(language, "ي".repeat(4_000));
        }
        return Map.of("title", Map.of("en", "Much to read"), "needed", needed);
    }

    private LiveSocket listening(Person person, String... views) {
        return LiveSocket.of(campaign.server(), person).to(ghouta, views);
    }

    private JsonNode heard(LiveSocket live, String view, String op, String id) {
        var frame = live.next();
        assertThat(frame.headers().get("destination")).endsWith("/" + view);
        assertThat(frame.json().path("op").asString()).isEqualTo(op);
        assertThat(frame.json().path("id").asString()).isEqualTo(id);
        return frame.json().path("row");
    }

    private String task(String title) {
        return berlin.post(ghouta.path("/tasks"), Map.of("title", Map.of("en", title)))
                .id();
    }

    private String action(String starts) {
        return berlin.post(ghouta.path("/actions"), vigil(starts)).id();
    }

    private static Map<String, Object> vigil(String starts) {
        return Map.of("title", Map.of("en", "Vigil"), "kind", "vigil", "city", "Berlin", "starts", starts);
    }

    private int refusedHandshake(String... headers) {
        var failure =
                catchThrowableOfType(CompletionException.class, () -> LiveSocket.open(campaign.server(), headers));
        assertThat(failure).hasCauseInstanceOf(WebSocketHandshakeException.class);
        return failure.getCause() instanceof WebSocketHandshakeException refused
                ? refused.getResponse().statusCode()
                : 0;
    }
}
