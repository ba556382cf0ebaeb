package org.tansiq.gateway.live;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.tansiq.campaign.Coalition;
import org.tansiq.campaign.Person;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the live views that speaks STOMP over a real socket and shows what comes. */
final class LiveSocket implements WebSocket.Listener, AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();
    private static final long PATIENCE_SECONDS = 10;

    private final BlockingQueue<Frame> frames = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    private final AtomicInteger subscriptions = new AtomicInteger();
    private volatile boolean deaf;
    private @Nullable WebSocket socket;

    record Frame(String command, Map<String, String> headers, String body) {
        static Frame of(String text) {
            var end = text.indexOf("\n\n");
            var lines = text.substring(0, end).lines().toList();
            var headers = new HashMap<String, String>();
            lines.stream()
                    .skip(1)
                    .forEach(line ->
                            headers.put(line.substring(0, line.indexOf(':')), line.substring(line.indexOf(':') + 1)));
            return new Frame(lines.getFirst(), headers, text.substring(end + 2).replace("\0", ""));
        }

        JsonNode json() {
            return JSON.readTree(body);
        }
    }

    private LiveSocket() {}

    /**
     * A handshake and no more.
     *
     * @throws CompletionException when it is refused
     */
    static LiveSocket open(String server, String... headers) {
        return openAt(server, "/live", headers);
    }

    static LiveSocket openAt(String server, String path, String... headers) {
        var live = new LiveSocket();
        var builder = HTTP.newWebSocketBuilder().connectTimeout(Duration.ofSeconds(PATIENCE_SECONDS));
        for (var i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        live.socket = builder.buildAsync(URI.create(server.replace("http", "ws") + path), live)
                .join();
        return live;
    }

    static LiveSocket of(String server, Person person, String... headers) {
        var all = new String[headers.length + 2];
        all[0] = "Authorization";
        all[1] = person.authorization();
        System.arraycopy(headers, 0, all, 2, headers.length);
        var live = open(server, all);
        live.send("CONNECT\naccept-version:1.2\nheart-beat:0,0\n\n\0");
        assertThat(live.next().command()).isEqualTo("CONNECTED");
        return live;
    }

    void send(String frame) {
        requireNonNull(socket).sendText(frame, true).join();
    }

    /** Subscribes and waits until it is confirmed. */
    LiveSocket to(Coalition coalition, String... views) {
        for (var view : views) {
            var receipt = "r" + subscriptions.get();
            ask("/topic/coalitions/" + coalition.id() + "/" + view);
            var frame = next();
            assertThat(frame.command()).as(frame.toString()).isEqualTo("RECEIPT");
            assertThat(frame.headers()).containsEntry("receipt-id", receipt);
        }
        return this;
    }

    void ask(String destination) {
        var number = subscriptions.getAndIncrement();
        send("SUBSCRIBE\nid:s" + number + "\nreceipt:r" + number + "\ndestination:" + destination + "\n\n\0");
    }

    Frame next() {
        var frame = next(Duration.ofSeconds(PATIENCE_SECONDS));
        assertThat(frame).as("a frame came in time").isNotNull();
        return requireNonNull(frame);
    }

    @Nullable
    Frame next(Duration atMost) {
        try {
            return frames.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** The next change that it hears of. */
    JsonNode change() {
        var frame = next();
        assertThat(frame.command()).as(frame.toString()).isEqualTo("MESSAGE");
        return frame.json();
    }

    /** Reads nothing from here on. */
    void stopReading() {
        deaf = true;
    }

    void readOn() {
        deaf = false;
        requireNonNull(socket).request(1);
    }

    /** The code with which the server closes it; fails when it does not within the time. */
    int closed(Duration atMost) {
        try {
            return closed.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException open) {
            throw new AssertionError("It is still open.", open);
        } catch (InterruptedException | ExecutionException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            if (partial.length() > 1) { // else a heartbeat
                frames.add(Frame.of(partial.toString()));
            }
            partial.setLength(0);
        }
        if (!deaf) {
            from.request(1);
        }
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.complete(1006);
    }

    @Override
    public @Nullable CompletionStage<?> onPing(WebSocket from, ByteBuffer message) {
        from.request(1);
        return null;
    }

    @Override
    public void close() {
        requireNonNull(socket).abort();
    }
}
