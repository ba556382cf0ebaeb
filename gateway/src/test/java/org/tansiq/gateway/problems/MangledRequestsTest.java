package org.tansiq.gateway.problems;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tansiq.probe.CoalitionServerTest;
import org.tansiq.probe.Person;
import org.tansiq.probe.Scenery;
import org.tansiq.probe.Scenery.Endpoint;
import org.tansiq.probe.Scenery.Request;

/**
 * Good requests, mangled by chance. Whatever comes of it is done or refused: it never breaks the server, and what is
 * refused leaves nothing in the log. A failure names the seed; {@code -Dtansiq.test.seed} repeats it.
 */
class MangledRequestsTest extends CoalitionServerTest {
    /** How many is for {@code -Dtansiq.test.requests} to say. */
    private static final int REQUESTS = Integer.getInteger("tansiq.test.requests", 500);

    private static final Pattern VALUE = Pattern.compile("(?<=: ?)(\"[^\"]*\"|-?\\d+(\\.\\d+)?|\\[[^\\[\\]]*])");
    private static final Pattern NAME = Pattern.compile("\"([A-Za-z]+)\":");
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1.5",
            "1e400",
            "2147483648",
            "99999999999999999999999999",
            "\"\"",
            "\" \"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\u202e\"",
            "\"\\r\\n\"",
            "\"%s%n{0}${x}\"",
            "\"../../etc/passwd\"",
            "\"' OR 1=1 --\"",
            "\"<script>alert(1)</script>\"",
            "\"=cmd|' /C calc'!A0\"",
            "\"2030-13-45T99:99:99Z\"",
            "\"-999999999-01-01T00:00\"",
            "\"+999999999-12-31T23:59\"",
            "\"2030-01-01T00:00:00+18:00\"",
            "[]",
            "[null]",
            "[[[[[]]]]]",
            "{}",
            "{\"en\": null}",
            "{\"\": \"x\"}",
            "{\"en\": \"x\", \"EN\": \"y\"}",
            "{\"latitude\": 91, \"longitude\": -181}",
            "{\"latitude\": 1}",
            "\"" + "x".repeat(5_000) + "\"",
            "[" + "\"a\",".repeat(2_000) + "\"b\"]",
            "[".repeat(40) + "]".repeat(40));
    private static final List<String> NAMES =
            List.of("title", "kind", "x", "", "\\u0000", "\\ud800", "__proto__", "class");
    private static final List<String> SEGMENTS = List.of(
            "x",
            "%00",
            "%20",
            "%2e%2e",
            "a%2fb",
            "%C3%28",
            "%D8%AD",
            "-1",
            "changes",
            "null",
            "x".repeat(101),
            "a;b",
            "%25",
            "");
    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final List<String> TYPES = List.of(
            "application/json",
            "text/csv",
            "text/plain",
            "application/json;charset=utf-16",
            "application/problem+json",
            "x/y",
            "*/*");
    private static final List<List<String>> HEADERS = List.of(
            List.of("Idempotency-Key", " "),
            List.of("Idempotency-Key", "same"),
            List.of("Tansiq-After", "abc"),
            List.of("Tansiq-After", "-5"),
            List.of("Tansiq-After", "3"),
            List.of("Accept", "image/png"),
            List.of("Accept", "nonsense"),
            List.of("Accept-Language", "ar"),
            List.of("Accept-Language", ",;q=x"),
            List.of("Accept-Encoding", "x"),
            List.of("Content-Encoding", "gzip"),
            List.of("Origin", "null"),
            List.of("Range", "bytes=0-1"),
            List.of("If-None-Match", "*"),
            List.of("Cookie", "tansiq=x; lang=%00"),
            List.of("X-HTTP-Method-Override", "DELETE"),
            List.of("X-Forwarded-Prefix", "/../.."));

    private Scenery scenery;
    private List<Endpoint> endpoints;

    @BeforeAll
    void people() {
        scenery = new Scenery(this);
        endpoints = Scenery.ENDPOINTS.values().stream()
                .filter(endpoint -> !endpoint.kind().isBySession())
                .sorted(Comparator.comparing(Endpoint::toString))
                .toList();
    }

    /** @param body a letter for each byte, which need not be UTF-8 */
    private record Mangled(
            String method,
            String path,
            String type,
            @Nullable String body,
            List<String> headers) {}

    @Test
    void whatever_comes_is_done_or_refused() {
        var seed = Long.getLong("tansiq.test.seed", new Random().nextLong());
        var chance = new Random(seed);
        var refusals = 0;
        for (var i = 0; i < REQUESTS; i++) {
            var endpoint = endpoints.get(i % endpoints.size());
            var who = chance.nextInt(10) == 0 ? scenery.outsider : allowed(endpoint);
            var mangled = mangled(endpoint, endpoint.example().apply(scenery), chance);
            var head = history.head();

            var answer = send(who, mangled);

            var told = "seed " + seed + ", request " + i + ": " + mangled + " -> " + answer.statusCode() + " "
                    + answer.body();
            assertThat(answer.statusCode()).as(told).isLessThan(500);
            assertThat(answer.body())
                    .as(told)
                    .doesNotContain("Exception", "at org.", "at java.", "org.springframework", "tools.jackson");
            if (answer.statusCode() >= 400) {
                refusals++;
                assertThat(history.head()).as(told).isEqualTo(head);
                if (!mangled.method().equals("HEAD")) {
                    assertThat(answer.headers().firstValue("Content-Type"))
                            .as(told)
                            .contains("application/problem+json");
                    assertThat(json(answer).path("code").asString())
                            .as(told)
                            .isNotEqualTo("unknown")
                            .isNotBlank();
                }
            }
        }
        assertThat(refusals).as("mangled enough to be refused, seed " + seed).isGreaterThan(REQUESTS / 4);
    }

    @Test
    void a_format_that_is_not_there_is_refused_before_anything_is_done() {
        for (var endpoint : endpoints) {
            var good = endpoint.example().apply(scenery);
            for (var accept : List.of("image/png", "nonsense")) {
                var head = history.head();

                var answer = send(
                        allowed(endpoint),
                        new Mangled(
                                endpoint.method(), good.path(), good.type(), good.body(), List.of("Accept", accept)));

                if (!endpoint.pattern().startsWith("/openapi")) {
                    problem(answer, 406, "not-acceptable");
                }
                assertThat(history.head()).as(endpoint.toString()).isEqualTo(head);
            }
        }
    }

    private Person allowed(Endpoint endpoint) {
        return endpoint.kind() == Scenery.Kind.OPERATION ? scenery.operator : scenery.home;
    }

    private static HttpResponse<String> send(Person who, Mangled mangled) {
        var headers = new ArrayList<>(List.of("Content-Type", mangled.type()));
        headers.addAll(mangled.headers());
        return who.client()
                .send(
                        mangled.method(),
                        "/api/v1" + mangled.path(),
                        mangled.body() == null
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofByteArray(mangled.body().getBytes(ISO_8859_1)),
                        who.with(headers.toArray(String[]::new)));
    }

    private static Mangled mangled(Endpoint endpoint, Request good, Random chance) {
        var method = endpoint.method();
        var path = good.path();
        var type = good.type();
        var body = good.body() == null ? null : new String(good.body().getBytes(UTF_8), ISO_8859_1);
        var headers = new ArrayList<String>();
        var wounds = 1 + chance.nextInt(2);
        for (var wound = 0; wound < wounds; wound++) {
            switch (chance.nextInt(12)) {
                case 0 -> method = any(METHODS, chance);
                case 1 -> path = segmentReplaced(path, chance);
                case 2 -> type = any(TYPES, chance);
                case 3 -> headers.addAll(any(HEADERS, chance));
                case 4 -> body = cut(body, chance);
                case 5 -> body = flipped(body, chance);
                case 6 -> body = body == null ? any(VALUES, chance) : null;
                case 7 -> body = renamed(body, chance);
                default -> body = valueReplaced(body, chance);
            }
        }
        return new Mangled(method, path, type, body, headers);
    }

    private static <T> T any(List<T> all, Random chance) {
        return all.get(chance.nextInt(all.size()));
    }

    private static String segmentReplaced(String path, Random chance) {
        var segments = path.split("/", -1);
        segments[1 + chance.nextInt(segments.length - 1)] = any(SEGMENTS, chance);
        return String.join("/", segments);
    }

    private static @Nullable String cut(@Nullable String body, Random chance) {
        return body == null ? null : body.substring(0, chance.nextInt(body.length() / 2 + 1));
    }

    private static @Nullable String flipped(@Nullable String body, Random chance) {
        if (body == null || body.isEmpty()) {
            return body;
        }
        var at = chance.nextInt(body.length());
        return body.substring(0, at) + (char) chance.nextInt(256) + body.substring(at + 1);
    }

    private static @Nullable String renamed(@Nullable String body, Random chance) {
        return replaced(NAME, "\"" + any(NAMES, chance) + "\":", body, chance);
    }

    private static @Nullable String valueReplaced(@Nullable String body, Random chance) {
        return replaced(VALUE, any(VALUES, chance), body, chance);
    }

    private static @Nullable String replaced(Pattern what, String by, @Nullable String body, Random chance) {
        if (body == null) {
            return null;
        }
        var found = what.matcher(body).results().toList();
        if (found.isEmpty()) {
            return by;
        }
        var one = any(found, chance);
        return body.substring(0, one.start()) + by + body.substring(one.end());
    }
}
