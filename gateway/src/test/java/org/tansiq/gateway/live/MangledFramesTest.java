package org.tansiq.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tansiq.campaign.CoalitionTest;
import org.tansiq.infra.history.History;

/** Frames as a broken or a wicked client might send them. How many is for {@code -Dtansiq.test.frames} to say. */
class MangledFramesTest extends CoalitionTest {
    private static final int FRAMES = Integer.getInteger("tansiq.test.frames", 200);
    private static final Duration A_MOMENT = Duration.ofMillis(20);

    private static final List<String> COMMANDS = List.of(
            "CONNECT",
            "STOMP",
            "SUBSCRIBE",
            "UNSUBSCRIBE",
            "SEND",
            "ACK",
            "NACK",
            "BEGIN",
            "COMMIT",
            "ABORT",
            "DISCONNECT",
            "MESSAGE",
            "RECEIPT",
            "ERROR",
            "GET / HTTP/1.1",
            "اشترك",
            "");
    private static final List<String> DESTINATIONS = List.of(
            "/topic/coalitions/%s/tasks",
            "/topic/coalitions/%s/history",
            "/topic/coalitions/%s/tasks/x",
            "/topic/coalitions/%s",
            "/topic/coalitions/*/tasks",
            "/topic/**",
            "/topic/coalitions/../coalitions/%s/tasks",
            "/queue/x",
            "/user/queue/x",
            "/app/tasks",
            "tasks",
            "/",
            "");
    private static final List<String> HEADERS = List.of(
            "id:0",
            "id:s1",
            "id:\\q",
            "receipt:r\\n\\c",
            "accept-version:9.9",
            "heart-beat:-1,x",
            "heart-beat:1,1",
            "content-length:99999999999",
            "content-length:-1",
            "content-type:application/x-java-serialized-object",
            "selector:headers.x == T(java.lang.Runtime)",
            "ack:client",
            "transaction:t",
            "no colon",
            ":",
            "x:" + "y".repeat(3_000));
    private static final List<String> BODIES =
            List.of("", "{}", "{\"title\":{\"en\":\"x\"}}", "\u0001\u0002", "x".repeat(20_000), "ساحة", "\0\0\0");

    @Autowired
    private History history;

    @Test
    void whatever_frame_comes_changes_nothing_and_tells_nothing_of_the_inside() {
        var seed = Long.getLong("tansiq.test.seed", new Random().nextLong());
        var chance = new Random(seed);
        var head = history.head();
        LiveSocket socket = null;
        for (var i = 0; i < FRAMES; i++) {
            if (socket == null) {
                socket = LiveSocket.of(campaign.server(), chance.nextInt(4) == 0 ? campaign.organization("X") : paris);
                head = history.head();
            }
            var frame = frame(chance);
            socket = sent(socket, frame, "seed " + seed + ", frame " + i + ": " + frame);
            assertThat(history.head()).as("seed %s, frame %s", seed, i).isEqualTo(head);
        }
        if (socket != null) {
            socket.close();
        }
        try (var live = LiveSocket.of(campaign.server(), paris).to(ghouta, "tasks")) {
            berlin.post(ghouta.path("/tasks"), Map.of("title", Map.of("en", "Permit")))
                    .done();
            assertThat(live.next().command()).isEqualTo("MESSAGE");
        }
    }

    /** The socket, if it is open still. */
    private static @Nullable LiveSocket sent(LiveSocket socket, String frame, String told) {
        try {
            socket.send(frame);
        } catch (CompletionException closed) {
            socket.close();
            return null;
        }
        for (var answer = socket.next(A_MOMENT); answer != null; answer = socket.next(A_MOMENT)) {
            assertThat(answer.toString()).as(told).doesNotContain("Exception", "org.", "java.", "\tat ");
            assertThat(answer.command()).as(told).isIn("ERROR", "RECEIPT", "CONNECTED");
            if (answer.command().equals("ERROR")) {
                socket.close();
                return null;
            }
        }
        return socket;
    }

    private String frame(Random chance) {
        if (chance.nextInt(12) == 0) {
            return "\0".repeat(chance.nextInt(3)) + "\n".repeat(chance.nextInt(4)) + one(BODIES, chance);
        }
        var frame = new StringBuilder(one(COMMANDS, chance)).append(chance.nextInt(20) == 0 ? "\r\n" : "\n");
        for (var headers = chance.nextInt(4); headers > 0; headers--) {
            frame.append(one(HEADERS, chance)).append('\n');
        }
        if (chance.nextInt(4) > 0) {
            frame.append("destination:")
                    .append(one(DESTINATIONS, chance).replace("%s", ghouta.id()))
                    .append('\n');
        }
        frame.append('\n').append(one(BODIES, chance));
        return chance.nextInt(15) == 0 ? frame.toString() : frame.append('\0').toString();
    }

    private static String one(List<String> all, Random chance) {
        return all.get(chance.nextInt(all.size()));
    }
}
