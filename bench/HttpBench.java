import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Drives a running server: claims over keep-alive connections, the way from a command's answer to its WebSocket message,
 * and one large import. Run by {@code bench/http}, which starts the server.
 */
public class HttpBench {
    static final int CONNECTIONS = setting("BENCH_CONNECTIONS", 64);
    static final int SECONDS = setting("BENCH_SECONDS", 15);
    static final int SUBSCRIBERS = setting("BENCH_SUBSCRIBERS", 200);
    static final int ACTIONS = setting("BENCH_ACTIONS", 5_200);
    static final int WARM_UP_SECONDS = 10;
    static final int LIVE_CLAIMS = 300;
    static final int LIVE_PAUSE_MS = 30;

    static URI base;
    static String credentials;
    static long server;

    /** Arguments: address of the server, its process id, milliseconds from its start to its first answer, file for results. */
    public static void main(String[] args) throws Exception {
        base = URI.create(args[0]);
        server = Long.parseLong(args[1]);
        credentials = "Bearer " + System.getenv("TANSIQ_DEMO_TOKEN");
        var lines = new ArrayList<String>();
        var json = new ArrayList<String>();
        report(lines, json, "server ready with demonstration data", "ready_ms", Double.parseDouble(args[2]), "ms", "<= 6000");
        report(lines, json, "  processor time until then", "ready_cpu_s", cpuSeconds(), "s", "");
        report(lines, json, "heap in use after a collection", "heap_mib", heapMib(), "MiB", "<= 512");

        String coalition;
        try (var setup = new Connection()) {
            coalition = id(setup.post("/api/v1/coalitions", "{\"name\":{\"en\":\"Bench\"},\"purpose\":{\"en\":\"To measure\"}}").expect(201));
        }
        var pace = 1_000.0;
        for (var seconds = 0.0; seconds < WARM_UP_SECONDS; ) {
            var round = claims(coalition, (int) pace * 2, 3);
            seconds += round.seconds();
            pace = round.count() / round.seconds();
        }
        claims(coalition, (int) (pace * SECONDS * 1.5), SECONDS).report(lines, json);
        live(coalition).report(lines, json);
        imports(lines, json);
        report(lines, json, "heap in use after a collection, at the end", "heap_end_mib", heapMib(), "MiB", "");

        System.out.printf("%n%d connections, %d subscribers; JVM %s; %s%n%n", CONNECTIONS, SUBSCRIBERS,
                System.getProperty("java.version"), System.getenv().getOrDefault("BENCH_PLACE", ""));
        System.out.printf("%-52s %12s %-10s %s%n", "what", "measured", "", "expected");
        lines.forEach(System.out::println);
        Files.writeString(Path.of(args[3]), "{\"at\":\"" + Instant.now() + "\",\"where\":\""
                + System.getenv().getOrDefault("BENCH_PLACE", "") + "\"," + String.join(",", json) + "}\n",
                StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        System.exit(0);
    }

    /** What the server has spent on all processors so far: steadier than the clock on a machine that has other work. */
    static double cpuSeconds() {
        return ProcessHandle.of(server).flatMap(process -> process.info().totalCpuDuration())
                .map(time -> time.toMillis() / 1e3).orElse(Double.NaN);
    }

    static double heapMib() throws IOException {
        jcmd("GC.run");
        var used = Pattern.compile("used (\\d+)K").matcher(jcmd("GC.heap_info"));
        return used.find() ? Long.parseLong(used.group(1)) / 1024.0 : Double.NaN;
    }

    static String jcmd(String command) throws IOException {
        var process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(server), command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    record Claims(int count, double seconds, double cpuSeconds, long[] nanos) {
        void report(List<String> lines, List<String> json) {
            HttpBench.report(lines, json, "durable claim commands", "claims_per_s", count / seconds, "per s", ">= 1000");
            HttpBench.report(lines, json, "  claim p50", "claim_p50_ms", percentile(nanos, 50), "ms", "");
            HttpBench.report(lines, json, "  claim p99", "claim_p99_ms", percentile(nanos, 99), "ms", "<= 100");
            HttpBench.report(lines, json, "  server's processor time for one", "claim_cpu_us", cpuSeconds / count * 1e6, "µs", "");
            HttpBench.report(lines, json, "  processors the server kept busy", "claim_cpus", cpuSeconds / seconds, "", "");
        }
    }

    /** Every connection opens a stock of tasks first; only claims are on the clock, each of a task nobody holds. */
    static Claims claims(String coalition, int tasks, int seconds) throws Exception {
        var stock = new ConcurrentLinkedQueue<String>();
        everyConnection(connection -> {
            for (var i = 0; i <= tasks / CONNECTIONS; i++) {
                stock.add(openTask(connection, coalition));
            }
        });
        var taken = new ConcurrentLinkedQueue<Long>();
        var spent = cpuSeconds();
        var start = System.nanoTime();
        var end = start + TimeUnit.SECONDS.toNanos(seconds);
        everyConnection(connection -> {
            for (String task; System.nanoTime() < end && (task = stock.poll()) != null; ) {
                var before = System.nanoTime();
                connection.post("/api/v1/coalitions/" + coalition + "/tasks/" + task + "/claim", "").expect(200);
                taken.add(System.nanoTime() - before);
            }
        });
        var took = (System.nanoTime() - start) / 1e9;
        return new Claims(taken.size(), took, cpuSeconds() - spent,
                taken.stream().mapToLong(Long::longValue).sorted().toArray());
    }

    static String openTask(Connection connection, String coalition) throws IOException {
        return id(connection.post("/api/v1/coalitions/" + coalition + "/tasks",
                "{\"title\":{\"en\":\"Bring a loudspeaker\",\"ar\":\"إحضار مكبر صوت\"},\"needed\":{\"en\":\"Two hours on Saturday\"}}").expect(201));
    }

    record Live(long[] nanos, int missing) {
        void report(List<String> lines, List<String> json) {
            HttpBench.report(lines, json, "answer to WebSocket message, p50", "live_p50_ms", percentile(nanos, 50), "ms", "");
            HttpBench.report(lines, json, "answer to WebSocket message, p99", "live_p99_ms", percentile(nanos, 99), "ms", "<= 250");
            HttpBench.report(lines, json, "messages that never came", "live_missing", missing, "", "0");
        }
    }

    /** A message that overtakes the command's answer counts as 0 ms. */
    static Live live(String coalition) throws Exception {
        var answered = new ConcurrentHashMap<String, Long>();
        var heard = new ConcurrentLinkedQueue<Map.Entry<String, Long>>();
        var subscribed = new CountDownLatch(SUBSCRIBERS);
        var sockets = new ArrayList<WebSocket>();
        var client = HttpClient.newHttpClient();
        for (var i = 0; i < SUBSCRIBERS; i++) {
            var listener = new Subscriber("/topic/coalitions/" + coalition + "/tasks", subscribed, heard);
            sockets.add(client.newWebSocketBuilder().header("Authorization", credentials).subprotocols("v12.stomp")
                    .buildAsync(URI.create("ws://" + base.getAuthority() + "/live"), listener).join());
        }
        if (!subscribed.await(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException(subscribed.getCount() + " subscriptions were not confirmed");
        }
        try (var connection = new Connection()) {
            var tasks = new ArrayList<String>();
            for (var i = 0; i < LIVE_CLAIMS; i++) {
                tasks.add(openTask(connection, coalition));
            }
            Thread.sleep(2_000);
            heard.clear();
            for (var task : tasks) {
                connection.post("/api/v1/coalitions/" + coalition + "/tasks/" + task + "/claim", "").expect(200);
                answered.put(task, System.nanoTime());
                Thread.sleep(LIVE_PAUSE_MS);
            }
        }
        Thread.sleep(3_000);
        sockets.forEach(WebSocket::abort);
        var nanos = heard.stream().filter(message -> answered.containsKey(message.getKey()))
                .mapToLong(message -> Math.max(0, message.getValue() - answered.get(message.getKey()))).sorted().toArray();
        return new Live(nanos, LIVE_CLAIMS * SUBSCRIBERS - nanos.length);
    }

    static final class Subscriber implements WebSocket.Listener {
        private static final Pattern ROW = Pattern.compile("\"op\":\"put\",\"id\":\"([^\"]+)\"");
        private final String topic;
        private final CountDownLatch subscribed;
        private final ConcurrentLinkedQueue<Map.Entry<String, Long>> heard;
        private final StringBuilder frame = new StringBuilder();
        private CompletionStage<WebSocket> connecting;

        Subscriber(String topic, CountDownLatch subscribed, ConcurrentLinkedQueue<Map.Entry<String, Long>> heard) {
            this.topic = topic;
            this.subscribed = subscribed;
            this.heard = heard;
        }

        @Override
        public void onOpen(WebSocket socket) {
            connecting = socket.sendText("CONNECT\naccept-version:1.2\nhost:tansiq\n\n\0", true);
            socket.request(1);
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            var now = System.nanoTime();
            frame.append(data);
            if (last) {
                var text = frame.toString();
                frame.setLength(0);
                if (text.startsWith("CONNECTED")) {
                    // The answer may be here before this client has seen its own frame go out.
                    connecting.thenCompose(sent -> socket.sendText("SUBSCRIBE\nid:0\ndestination:" + topic + "\nreceipt:r\n\n\0", true))
                            .thenRun(subscribed::countDown);
                } else if (text.startsWith("MESSAGE")) {
                    var row = ROW.matcher(text);
                    if (row.find()) {
                        heard.add(Map.entry(row.group(1), now));
                    }
                } else if (text.startsWith("ERROR")) {
                    throw new IllegalStateException(text);
                }
            }
            socket.request(1);
            return null;
        }
    }

    static void imports(List<String> lines, List<String> json) throws Exception {
        try (var connection = new Connection()) {
            var coalition = id(connection.post("/api/v1/coalitions", "{\"name\":{\"en\":\"Import\"},\"purpose\":{\"en\":\"x\"}}").expect(201));
            var cities = List.of("Berlin,Germany", "Paris,France", "London,United Kingdom", "Stockholm,Sweden", "Istanbul,Turkey",
                    "Amman,Jordan", "Beirut,Lebanon", "Toronto,Canada", "Brussels,Belgium", "Hamburg,Germany");
            var sheet = new StringBuilder("row,title,organisation,country,city,venue,starts\n");
            for (var i = 0; i < ACTIONS; i++) {
                var city = cities.get(i % cities.size()).split(",");
                var starts = LocalDateTime.parse("2030-01-01T08:00").plusHours(2L * (i / cities.size()));
                sheet.append(i + 1).append(",Vigil ").append(i + 1).append(",Committee,").append(city[1]).append(',').append(city[0])
                        .append(",Main square,").append(starts).append('\n');
            }
            var spent = cpuSeconds();
            var before = System.nanoTime();
            connection.send("POST", "/api/v1/coalitions/" + coalition + "/actions/import", "text/csv", sheet.toString()).expect(200);
            var seconds = (System.nanoTime() - before) / 1e9;
            report(lines, json, "import of " + ACTIONS + " actions", "import_s", seconds, "s", "<= 15");
            report(lines, json, "  server's processor time for it", "import_cpu_s", cpuSeconds() - spent, "s", "");
            var calendar = connection.get("/api/v1/coalitions/" + coalition + "/actions").body();
            var scheduled = Pattern.compile("\"status\":\"SCHEDULED\"").matcher(calendar).results().count();
            report(lines, json, "actions on the calendar after it", "import_rows", scheduled, "", String.valueOf(ACTIONS));
        }
    }

    interface Work {
        void on(Connection connection) throws Exception;
    }

    static void everyConnection(Work work) throws Exception {
        var barrier = new CyclicBarrier(CONNECTIONS);
        var failures = new ConcurrentLinkedQueue<Throwable>();
        var threads = new ArrayList<Thread>();
        for (var i = 0; i < CONNECTIONS; i++) {
            threads.add(Thread.ofPlatform().start(() -> {
                try (var connection = new Connection()) {
                    barrier.await();
                    work.on(connection);
                } catch (Throwable failure) {
                    failures.add(failure);
                }
            }));
        }
        for (var thread : threads) {
            thread.join();
        }
        if (!failures.isEmpty()) {
            throw new IllegalStateException(failures.size() + " connections failed", failures.peek());
        }
    }

    record Answer(int status, String body) {
        Answer expect(int wanted) {
            if (status != wanted) {
                throw new IllegalStateException("Expected " + wanted + ", got " + status + ": " + body);
            }
            return this;
        }
    }

    /** One keep-alive connection, as plain as can be, so that the load costs this machine little beside the server. */
    static final class Connection implements AutoCloseable {
        private Socket socket;
        private InputStream in;

        Connection() throws IOException {
            connect();
        }

        private void connect() throws IOException {
            socket = new Socket(base.getHost(), base.getPort());
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(120_000);
            in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        }

        Answer post(String path, String body) throws IOException {
            return send("POST", path, "application/json", body);
        }

        Answer get(String path) throws IOException {
            return send("GET", path, "application/json", "");
        }

        Answer send(String method, String path, String type, String body) throws IOException {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            var out = new ByteArrayOutputStream();
            out.writeBytes((method + " " + path + " HTTP/1.1\r\nHost: " + base.getAuthority() + "\r\nAuthorization: " + credentials
                    + "\r\nAccept: application/json\r\n" + (bytes.length == 0 ? "" : "Content-Type: " + type + "\r\n")
                    + "Content-Length: " + bytes.length + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            out.writeBytes(bytes);
            if (socket.isClosed()) {
                connect();
            }
            socket.getOutputStream().write(out.toByteArray());
            socket.getOutputStream().flush();
            return answer();
        }

        private Answer answer() throws IOException {
            var status = Integer.parseInt(line().split(" ")[1]);
            var length = 0;
            var chunked = false;
            var last = false;
            for (String header; !(header = line()).isEmpty(); ) {
                var lower = header.toLowerCase(Locale.ROOT);
                if (lower.startsWith("content-length:")) {
                    length = Integer.parseInt(lower.substring(15).strip());
                } else if (lower.startsWith("transfer-encoding:") && lower.contains("chunked")) {
                    chunked = true;
                } else if (lower.startsWith("connection:") && lower.contains("close")) {
                    last = true;
                }
            }
            var body = new ByteArrayOutputStream();
            if (chunked) {
                for (int size; (size = Integer.parseInt(line().strip(), 16)) > 0; line()) {
                    body.writeBytes(in.readNBytes(size));
                }
                line();
            } else {
                body.writeBytes(in.readNBytes(length));
            }
            if (last) {
                socket.close(); // a server serves so many requests on one connection and no more
            }
            return new Answer(status, body.toString(StandardCharsets.UTF_8));
        }

        private String line() throws IOException {
            var line = new ByteArrayOutputStream(64);
            for (int c; (c = in.read()) != '\n'; ) {
                if (c < 0) {
                    throw new IOException("The server closed the connection.");
                }
                if (c != '\r') {
                    line.write(c);
                }
            }
            return line.toString(StandardCharsets.ISO_8859_1);
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    static String id(Answer answer) {
        var id = Pattern.compile("\"id\":\"([^\"]+)\"").matcher(answer.body());
        if (!id.find()) {
            throw new IllegalStateException("No id in " + answer.body());
        }
        return id.group(1);
    }

    static double percentile(long[] sorted, int percent) {
        return sorted.length == 0 ? Double.NaN : sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / 1e6;
    }

    static void report(List<String> lines, List<String> json, String what, String name, double value, String unit, String expected) {
        lines.add(String.format(Locale.ROOT, "%-52s %12.1f %-10s %s", what, value, unit, expected));
        json.add(String.format(Locale.ROOT, "\"%s\":%.3f", name, value));
    }

    static int setting(String name, int otherwise) {
        var value = System.getenv(name);
        return value == null ? otherwise : Integer.parseInt(value);
    }
}
