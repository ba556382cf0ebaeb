package org.tansiq.gateway.problems;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.infra.members.Role;
import org.tansiq.probe.CoalitionServerTest;
import org.tansiq.probe.LiveEars;
import org.tansiq.probe.Person;
import tools.jackson.databind.JsonNode;

/** What makes no sense is refused with words, in both languages, and leaves nothing anywhere. */
class BadInputTest extends CoalitionServerTest {
    private static final int MIB = 1 << 20;
    private static final String UNKNOWN = "00000000-0000-0000-0000-000000000000";

    private Person berlin;
    private Person paris;
    private CoalitionId coalition;
    private String task;
    private String held;
    private String resource;

    @BeforeAll
    void aCoalitionWithSomethingInIt() {
        berlin = coordinator();
        paris = person(organization(), Role.MEMBER);
        coalition = coalition(berlin.organization(), paris.organization());
        task = id(berlin.post(path("/tasks"), "{\"title\": {\"en\": \"Print\"}}"));
        held = id(berlin.post(path("/tasks"), "{\"title\": {\"en\": \"Sing\"}}"));
        done(berlin.post(path("/tasks/" + held + "/claim")));
        resource = id(berlin.post(
                path("/resources"), "{\"kind\": \"EQUIPMENT\", \"title\": {\"en\": \"Megaphone\"}, \"quantity\": 2}"));
        rowsAreThere();
    }

    private String path(String more) {
        return "/coalitions/" + coalition + more;
    }

    /** Where a request goes, with names for the things that are there. */
    private String filled(String path) {
        return path.replace("{c}", path(""))
                .replace("{task}", task)
                .replace("{held}", held)
                .replace("{resource}", resource)
                .replace("{unknown}", UNKNOWN)
                .replace("{long}", "x".repeat(101));
    }

    private String state() {
        rowsAreThere();
        var state = new StringBuilder().append(history.head());
        for (var view : new String[] {"members", "tasks", "actions", "collisions", "synchronised", "resources"}) {
            state.append('\n').append(rows(berlin, coalition, view));
        }
        return state.toString();
    }

    /** The request of whoever is handed the language to be answered in. */
    @FunctionalInterface
    private interface Sent {
        HttpResponse<String> in(String language);
    }

    private JsonNode refused(int status, String code, @Nullable String field, Sent request) {
        var before = state();

        var english = problem(request.in("en"), status, code);
        var arabic = problem(request.in("ar"), status, code);

        assertThat(state()).isEqualTo(before);
        for (var problem : new JsonNode[] {english, arabic}) {
            assertThat(problem.path("field").asString(""))
                    .as(problem.toString())
                    .isEqualTo(field == null ? "" : field);
        }
        assertThat(english.path("title").asString()).doesNotContainPattern("\\p{IsArabic}");
        assertThat(arabic.path("title").asString()).containsPattern("\\p{IsArabic}");
        assertThat(arabic.path("detail").asString()).containsPattern("\\p{IsArabic}");
        return english;
    }

    private JsonNode refusedBody(String path, String body, int status, String code, @Nullable String field) {
        return refused(
                status, code, field, language -> berlin.post(filled(path), filled(body), "Accept-Language", language));
    }

    private static String title(String words) {
        return "{\"title\": {\"en\": \"" + words + "\"}}";
    }

    private static String offer(String more) {
        return "{\"kind\": \"PEOPLE\", \"title\": {\"en\": \"x\"}, \"quantity\": 1" + more + "}";
    }

    private static String booking(String quantity, String from, String until) {
        return "{\"quantity\": " + quantity + ", \"from\": \"" + from + "\", \"until\": \"" + until
                + "\", \"task\": \"{task}\"}";
    }

    private static final String NOON = "2030-01-01T12:00:00Z";
    private static final String EVENING = "2030-01-01T18:00:00Z";

    static Stream<Arguments> bodies() {
        return Stream.of(
                // nothing where something is needed
                arguments("/coalitions", "{}", 422, "text-empty", "name"),
                arguments("/coalitions", "{\"name\": {\"ar\": \"  \"}}", 422, "text-empty", "name"),
                arguments("/coalitions", "{\"name\": {\"ar\": null}}", 422, "text-empty", "name"),
                arguments("{c}/invitations", "{}", 422, "missing-field", "organization"),
                arguments("{c}/invitations", "{\"organization\": \"\"}", 422, "text-empty", "organization"),
                arguments("{c}/stewards", "{}", 422, "missing-field", "organization"),
                arguments("{c}/tasks", "{}", 422, "text-empty", "title"),
                arguments("{c}/tasks/{held}/hand-over", "{}", 422, "missing-field", "to"),
                arguments("{c}/resources", "{}", 422, "missing-field", "kind"),
                arguments("{c}/resources", "{\"kind\": \"PEOPLE\"}", 422, "missing-field", "quantity"),
                arguments("{c}/resources", offer(", \"languages\": [null]"), 422, "missing-field", "languages"),
                arguments("{c}/resources/{resource}/bookings", "{}", 422, "missing-field", "quantity"),
                arguments("{c}/resources/{resource}/bookings", "{\"quantity\": 1}", 422, "missing-field", "from"),
                // too much
                arguments(
                        "/coalitions",
                        "{\"name\": {\"en\": \"" + "x".repeat(201) + "\"}}",
                        422,
                        "text-too-long",
                        "name"),
                arguments(
                        "/coalitions",
                        "{\"name\": {\"en\": \"x\"}, \"purpose\": {\"en\": \"" + "x".repeat(4_001) + "\"}}",
                        422,
                        "text-too-long",
                        "purpose"),
                arguments("{c}/tasks", title("x".repeat(201)), 422, "text-too-long", "title"),
                arguments(
                        "{c}/invitations",
                        "{\"organization\": \"" + "x".repeat(201) + "\"}",
                        422,
                        "text-too-long",
                        "organization"),
                arguments(
                        "{c}/tasks/{task}/cancel",
                        "{\"reason\": {\"en\": \"" + "x".repeat(4_001) + "\"}}",
                        422,
                        "text-too-long",
                        "reason"),
                arguments(
                        "{c}/tasks",
                        "{\"title\": {\"en\": \"x\", \"en-" + "ab-".repeat(10_000) + "ab\": \"y\"}}",
                        422,
                        "no-such-language",
                        "title"),
                arguments(
                        "{c}/resources",
                        offer(", \"languages\": ["
                                + "\"aa\",\"ab\",\"ac\",\"ad\",\"ae\",\"af\",\"ag\",\"ah\",\"ai\",\"aj\",\"ak\","
                                + "\"al\",\"am\",\"an\",\"ao\",\"ap\",\"aq\",\"ar\",\"as\",\"at\",\"au\"]"),
                        422,
                        "too-many",
                        "languages"),
                // characters that are none
                arguments("{c}/tasks", title("a\\u0000b"), 422, "control-character", "title"),
                arguments("{c}/tasks", title("a\\u001bb"), 422, "control-character", "title"),
                arguments("{c}/tasks", title("a\\ud800b"), 422, "control-character", "title"),
                arguments(
                        "{c}/tasks",
                        "{\"title\": {\"en\": \"x\"}, \"needed\": {\"en\": \"a\\u0007\"}}",
                        422,
                        "control-character",
                        "needed"),
                arguments(
                        "{c}/invitations",
                        "{\"organization\": \"a\\u0000b\"}",
                        422,
                        "control-character",
                        "organization"),
                arguments("{c}/tasks", "{\"title\": {\"\\ud800\": \"x\"}}", 400, "bad-json", "title"),
                arguments("{c}/tasks", "{\"title\": {\"english\": \"x\"}}", 422, "no-such-language", "title"),
                // identifiers
                arguments("{c}/tasks", "{\"title\": {\"en\": \"x\"}, \"action\": \"\"}", 422, "bad-id", "action"),
                arguments("{c}/tasks", "{\"title\": {\"en\": \"x\"}, \"action\": \"{long}\"}", 422, "bad-id", "action"),
                arguments(
                        "{c}/tasks", "{\"title\": {\"en\": \"x\"}, \"action\": \"\\ud800\"}", 422, "bad-id", "action"),
                arguments(
                        "{c}/tasks",
                        "{\"title\": {\"en\": \"x\"}, \"action\": \"{unknown}\"}",
                        404,
                        "no-such-action",
                        "action"),
                arguments("{c}/tasks/{held}/hand-over", "{\"to\": \"{long}\"}", 422, "bad-id", "to"),
                arguments("{c}/tasks/{held}/hand-over", "{\"to\": \"{unknown}\"}", 404, "no-such-organization", "to"),
                arguments(
                        "{c}/stewards",
                        "{\"organization\": \"{unknown}\"}",
                        404,
                        "no-such-organization",
                        "organization"),
                arguments(
                        "{c}/invitations",
                        "{\"organization\": \"{unknown}\"}",
                        404,
                        "no-such-organization",
                        "organization"),
                arguments(
                        "{c}/resources/{resource}/bookings",
                        booking("1", NOON, EVENING).replace("{task}", "{unknown}"),
                        404,
                        "no-such-task",
                        "task"),
                // times
                arguments("{c}/tasks", "{\"title\": {\"en\": \"x\"}, \"due\": \"tomorrow\"}", 422, "bad-time", "due"),
                arguments(
                        "{c}/tasks",
                        "{\"title\": {\"en\": \"x\"}, \"due\": \"2030-02-30T00:00:00Z\"}",
                        422,
                        "bad-time",
                        "due"),
                arguments(
                        "{c}/tasks",
                        "{\"title\": {\"en\": \"x\"}, \"due\": \"2030-01-01T00:00\"}",
                        422,
                        "bad-time",
                        "due"),
                arguments(
                        "{c}/tasks",
                        "{\"title\": {\"en\": \"x\"}, \"due\": \"+999999999-12-31T23:59:59Z\"}",
                        422,
                        "bad-time",
                        "due"),
                arguments(
                        "{c}/tasks",
                        "{\"title\": {\"en\": \"x\"}, \"due\": \"1066-10-14T09:00:00Z\"}",
                        422,
                        "time-out-of-range",
                        "due"),
                arguments("{c}/tasks", "{\"title\": {\"en\": \"x\"}, \"due\": 1893456000}", 422, "bad-time", "due"),
                arguments("{c}/resources", offer(", \"availableFrom\": \"2030\""), 422, "bad-time", "availableFrom"),
                arguments(
                        "{c}/resources",
                        offer(", \"availableUntil\": \"9999-01-01T00:00:00Z\""),
                        422,
                        "time-out-of-range",
                        "availableUntil"),
                arguments(
                        "{c}/resources",
                        offer(", \"availableFrom\": \"" + EVENING + "\", \"availableUntil\": \"" + NOON + "\""),
                        422,
                        "end-before-start",
                        "availableUntil"),
                arguments("{c}/resources/{resource}/bookings", booking("1", "noon", EVENING), 422, "bad-time", "from"),
                arguments(
                        "{c}/resources/{resource}/bookings",
                        booking("1", EVENING, NOON),
                        422,
                        "end-before-start",
                        "until"),
                arguments(
                        "{c}/resources/{resource}/bookings",
                        booking("1", NOON, NOON),
                        422,
                        "end-before-start",
                        "until"),
                arguments(
                        "{c}/resources/{resource}/bookings",
                        booking("1", NOON, "2032-01-01T12:00:00Z"),
                        422,
                        "too-long",
                        "until"),
                arguments(
                        "{c}/resources/{resource}/bookings",
                        booking("1", "0000-01-01T00:00:00Z", EVENING),
                        422,
                        "time-out-of-range",
                        "from"),
                // choices and numbers
                arguments("{c}/resources", offer("").replace("PEOPLE", "MAGIC"), 422, "bad-choice", "kind"),
                arguments("{c}/resources", offer("").replace("\"PEOPLE\"", "1"), 422, "bad-choice", "kind"),
                arguments("{c}/resources", offer("").replace(": 1", ": 0"), 422, "out-of-range", "quantity"),
                arguments("{c}/resources", offer("").replace(": 1", ": 1000001"), 422, "out-of-range", "quantity"),
                arguments("{c}/resources", offer("").replace(": 1", ": -1"), 422, "out-of-range", "quantity"),
                arguments("{c}/resources", offer("").replace(": 1", ": 1.5"), 422, "bad-value", "quantity"),
                arguments("{c}/resources", offer("").replace(": 1", ": 1e3"), 422, "bad-value", "quantity"),
                arguments(
                        "{c}/resources",
                        offer("").replace(": 1", ": 99999999999999999999"),
                        422,
                        "bad-value",
                        "quantity"),
                arguments(
                        "{c}/resources",
                        offer("").replace(": 1", ": " + "9".repeat(2_000)),
                        400,
                        "json-too-deep",
                        null),
                arguments("{c}/resources", offer("").replace(": 1", ": true"), 422, "bad-value", "quantity"),
                arguments("{c}/resources", offer("").replace(": 1", ": \"1\""), 422, "bad-value", "quantity"),
                arguments("{c}/resources", offer("").replace(": 1", ": NaN"), 400, "bad-json", null),
                arguments(
                        "{c}/resources", offer(", \"languages\": [\"klingon\"]"), 422, "no-such-language", "languages"),
                arguments(
                        "{c}/resources",
                        offer(", \"languages\": [\"ar\"]").replace("PEOPLE", "VENUE"),
                        422,
                        "languages-of-people-only",
                        "languages"),
                arguments(
                        "{c}/resources", offer(", \"city\": \"Atlantis-under-the-sea\""), 422, "unknown-city", "city"),
                arguments(
                        "{c}/resources/{resource}/bookings",
                        booking("0", NOON, EVENING),
                        422,
                        "out-of-range",
                        "quantity"),
                arguments(
                        "{c}/resources/{resource}/bookings",
                        booking("1", NOON, EVENING).replace("\"task\": \"{task}\"", "\"task\": null"),
                        422,
                        "one-purpose",
                        "task"),
                arguments("{c}/tasks/{held}/hand-over", "{\"to\": {\"id\": 1}}", 422, "bad-value", "to"),
                // not the JSON that was asked for
                arguments(
                        "{c}/tasks",
                        "{\"title\": {\"en\": \"x\"}, \"colour\": \"red\"}",
                        422,
                        "unknown-field",
                        "colour"),
                arguments("{c}/tasks", "{\"title\": \"x\"}", 422, "bad-value", "title"),
                arguments("{c}/tasks", "{\"title\": {\"en\": {\"x\": 1}}}", 422, "bad-value", "title.en"),
                arguments(
                        "{c}/tasks",
                        "{\"title\": {\"en\": \"x\"}, \"title\": {\"en\": \"y\"}}",
                        400,
                        "duplicate-field",
                        "title"),
                arguments(
                        "{c}/tasks", "{\"title\": {\"en\": \"x\", \"en\": \"y\"}}", 400, "duplicate-field", "title.en"),
                arguments("{c}/tasks", "{\"title\": {\"en\": \"x\", \"EN\": \"y\"}}", 400, "duplicate-field", "en"),
                arguments("{c}/tasks", title("x") + "x", 400, "bad-json", null),
                arguments("{c}/tasks", title("x") + title("y"), 422, "bad-body", null),
                arguments("{c}/tasks", "[" + title("x") + "]", 422, "bad-body", null),
                arguments("{c}/tasks", "\"x\"", 422, "bad-body", null),
                arguments("{c}/tasks", "null", 400, "missing-body", null),
                arguments("{c}/tasks", "", 400, "missing-body", null),
                arguments("{c}/tasks", "{", 400, "bad-json", null),
                arguments("{c}/tasks", "{\"title\": {\"en\": \"x\n\"}}", 400, "bad-json", "title.en"),
                arguments(
                        "{c}/tasks",
                        "{\"needed\":" + "{\"a\":".repeat(40) + "1" + "}".repeat(40) + "}",
                        422,
                        "bad-value",
                        "needed.a"),
                arguments(
                        "{c}/tasks",
                        "{\"colour\":" + "[".repeat(40) + "]".repeat(40) + "}",
                        400,
                        "json-too-deep",
                        null),
                arguments("{c}/tasks", "[".repeat(100_000), 422, "bad-body", null),
                // things that are not there
                arguments("{c}/tasks/{unknown}/claim", "", 404, "no-such-task", null),
                arguments("{c}/tasks/{unknown}/release", "", 404, "no-such-task", null),
                arguments("{c}/tasks/{unknown}/complete", "", 404, "no-such-task", null),
                arguments("{c}/tasks/{unknown}/cancel", "", 404, "no-such-task", null),
                arguments("{c}/tasks/{unknown}/hand-over/accept", "", 404, "no-such-task", null),
                arguments("{c}/tasks/{unknown}/hand-over/decline", "", 404, "no-such-task", null),
                arguments("{c}/tasks/{long}/claim", "", 404, "no-such-path", null),
                arguments(
                        "{c}/resources/{unknown}/bookings", booking("1", NOON, EVENING), 404, "no-such-resource", null),
                arguments("{c}/resources/{unknown}/withdraw", "", 404, "no-such-resource", null),
                arguments("{c}/resources/{resource}/bookings/{unknown}/cancel", "", 404, "no-such-booking", null),
                arguments("{c}/resources/{resource}/bookings/{unknown}/return", "", 404, "no-such-booking", null),
                arguments("{c}/invitations/{unknown}/accept", "", 404, "no-such-invitation", null),
                arguments("{c}/invitations/{unknown}/decline", "", 404, "no-such-invitation", null),
                arguments("{c}/join-requests/{unknown}/admit", "", 404, "no-such-join-request", null),
                arguments("{c}/join-requests/{unknown}/refuse", "", 404, "no-such-join-request", null),
                arguments("/coalitions/{unknown}/tasks", title("x"), 404, "no-such-coalition", null),
                arguments("/coalitions/{unknown}/join-requests", "", 404, "no-such-coalition", null),
                arguments("/coalitions/{unknown}/leave", "", 404, "no-such-coalition", null),
                arguments("/coalitions/{long}/tasks", title("x"), 404, "no-such-path", null),
                arguments("/sign-up-links", "{\"role\": \"KING\"}", 422, "bad-value", "role"));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void what_makes_no_sense_is_refused(String path, String body, int status, String code, @Nullable String field) {
        refusedBody(path, body, status, code, field);
    }

    @Test
    void a_limit_that_is_passed_is_told() {
        var long_ = refusedBody("{c}/tasks", title("x".repeat(201)), 422, "text-too-long", "title");
        assertThat(long_.path("max").asInt()).isEqualTo(200);
        assertThat(long_.path("detail").asString()).contains("200", "201");

        var choice = refusedBody("{c}/resources", offer("").replace("PEOPLE", "MAGIC"), 422, "bad-choice", "kind");
        assertThat(choice.path("choices").toString()).contains("VEHICLE");

        var days = refusedBody(
                "{c}/resources/{resource}/bookings",
                booking("1", NOON, "2032-01-01T12:00:00Z"),
                422,
                "too-long",
                "until");
        assertThat(days.path("detail").asString()).contains("366");
    }

    @Test
    void what_was_sent_is_never_told_back_in_full() {
        var huge = "x".repeat(100_000);
        for (var body : new String[] {
            "{\"title\": {\"en\": \"x\"}, \"due\": \"" + huge + "\"}",
            "{\"title\": {\"en\": \"x\"}, \"action\": \"" + huge + "\"}",
            "{\"title\": {\"" + huge + "\": \"x\"}}",
            "{\"title\": {\"en\": \"x\"}, \"" + huge.substring(0, 40_000) + "\": \"x\"}",
            "{\"title\": {\"" + huge.substring(0, 40_000) + "\": {}}}"
        }) {
            var answer = berlin.post(path("/tasks"), body);
            assertThat(answer.statusCode()).isBetween(400, 422);
            assertThat(answer.body().length()).isLessThan(2_000);
        }
        assertThat(berlin.post(path("/invitations"), "{\"organization\": \"" + huge + "\"}")
                        .body()
                        .length())
                .isLessThan(2_000);
    }

    @ParameterizedTest
    @CsvSource({
        "/coalitions/{unknown}, 404, no-such-coalition",
        "{c}/tasks/{unknown}, 404, no-such-task",
        "{c}/resources/{unknown}, 404, no-such-resource",
        "{c}/actions/{unknown}, 404, no-such-action",
        "{c}/synchronised/{unknown}, 404, no-such-synchronized",
        "{c}/collisions/{unknown}, 404, no-such-collision",
        "{c}/members/{unknown}, 404, no-such-member",
        "{c}/nothing, 404, no-such-path",
        "{c}/nothing/changes?after=0, 404, no-such-path",
        "{c}/tasks/changes, 422, missing-field",
        "{c}/tasks/changes?after=soon, 422, bad-value",
        "{c}/tasks/changes?after=-2, 422, bad-position",
        "{c}/tasks/changes?after=1.5, 422, bad-value",
        "{c}/tasks/changes?after=99999999999999999999, 422, bad-value",
        "{c}/history?from=-1, 422, bad-position",
        "{c}/history?from=x, 422, bad-value",
        "/coalitions/{long}, 404, no-such-path",
        "/coalitions/%00, 400, bad-request",
        "/coalitions/a%2fb, 400, bad-request",
        "/coalitions/a%5cb, 400, bad-request",
        "/coalitions/%2e%2e, 400, bad-request",
        "/coalitions/a%25b, 400, bad-request",
        "/coalitions/a;b, 400, bad-request",
        "/coalitions/%0a, 400, bad-request",
        "/coalitions/%C3%28, 400, bad-request",
        "/coalitions/%D8%AD, 404, no-such-coalition",
        "/coalitions//tasks, 400, bad-request",
    })
    void what_cannot_be_read_is_refused(String path, int status, String code) {
        var problem = refused(
                status,
                code,
                code.equals("missing-field") || code.equals("bad-value") || code.equals("bad-position")
                        ? (path.contains("history") ? "from" : "after")
                        : null,
                language -> berlin.get(filled(path), "Accept-Language", language));
        assertThat(problem.path("detail").asString()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({"abc, bad-value", "-2, bad-position", "1.5, bad-value", "99999999999999999999, bad-value"})
    void a_position_that_is_none_is_refused(String after, String code) {
        for (var path : new String[] {"/coalitions", "{c}", "{c}/tasks", "{c}/tasks/{task}"}) {
            refused(
                    422,
                    code,
                    "Tansiq-After",
                    language -> berlin.get(filled(path), "Tansiq-After", after, "Accept-Language", language));
        }
    }

    @Test
    void the_position_before_the_first_event_is_one() {
        assertThat(berlin.get(path("/tasks"), "Tansiq-After", "-1").statusCode())
                .isEqualTo(200);
        assertThat(berlin.get(path("/tasks/changes?after=-1")).statusCode()).isEqualTo(200);
    }

    @Test
    void a_key_that_is_none_is_refused() {
        for (var key : new String[] {" ", "x".repeat(201)}) {
            refused(
                    422,
                    "bad-idempotency-key",
                    "Idempotency-Key",
                    language -> berlin.post(
                            path("/tasks"), title("x"), "Idempotency-Key", key, "Accept-Language", language));
            refused(
                    422,
                    "bad-idempotency-key",
                    "Idempotency-Key",
                    language -> berlin.postWith(
                            path("/tasks/" + task + "/claim"), "Idempotency-Key", key, "Accept-Language", language));
        }
    }

    private HttpResponse<String> send(String method, String path, BodyPublisher body, String... headers) {
        return berlin.client().send(method, "/api/v1" + path, body, berlin.with(headers));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "text/csv",
                "application/xml",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/json; charset=",
                "nonsense"
            })
    void json_that_says_it_is_something_else_is_refused(String type) {
        refused(
                415,
                "unsupported-type",
                null,
                language -> send(
                        "POST",
                        path("/tasks"),
                        BodyPublishers.ofString(title("x")),
                        "Content-Type",
                        type,
                        "Accept-Language",
                        language));
    }

    @Test
    void a_body_over_one_mebibyte_is_refused_whether_it_says_so_or_not() {
        var body = (title("x") + " ".repeat(MIB)).getBytes(UTF_8);
        for (var publisher : new BodyPublisher[] {
            BodyPublishers.ofByteArray(body), BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))
        }) {
            var problem = refused(
                    413,
                    "body-too-large",
                    null,
                    language -> send(
                            "POST",
                            path("/tasks"),
                            publisher,
                            "Content-Type",
                            "application/json",
                            "Accept-Language",
                            language));
            assertThat(problem.path("max").asInt()).isEqualTo(MIB);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0xC3, 0xFF, 0x80, 0xED})
    void a_body_that_is_no_utf8_is_refused(int broken) {
        var body = title("a@b").getBytes(UTF_8);
        body[title("a@b").indexOf('@')] = (byte) broken;

        refused(
                400,
                "bad-json",
                "title.en",
                language -> send(
                        "POST",
                        path("/tasks"),
                        BodyPublishers.ofByteArray(body),
                        "Content-Type",
                        "application/json",
                        "Accept-Language",
                        language));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH"})
    void other_methods_are_refused_and_name_those_there_are(String method) {
        for (var path : new String[] {"/coalitions", "{c}", "{c}/tasks", "{c}/tasks/{task}/claim", "{c}/history"}) {
            var answers = new HttpResponse<?>[1];
            refused(405, "method-not-allowed", null, language -> {
                var answer = send(
                        method,
                        filled(path),
                        BodyPublishers.ofString("{}"),
                        "Content-Type",
                        "application/json",
                        "Accept-Language",
                        language);
                answers[0] = answer;
                return answer;
            });
            assertThat(answers[0].headers().firstValue("Allow").orElseThrow()).containsAnyOf("GET", "POST");
        }
    }

    @Test
    void reading_with_the_verb_of_a_decision_is_refused() {
        refused(
                405,
                "method-not-allowed",
                null,
                language -> berlin.get(path("/tasks/" + task + "/claim"), "Accept-Language", language));
    }

    @Test
    void heads_and_options_tell_and_change_nothing() {
        var before = state();

        var head = send("HEAD", path("/tasks"), BodyPublishers.noBody());
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(send("HEAD", "/coalitions/" + UNKNOWN, BodyPublishers.noBody())
                        .statusCode())
                .isEqualTo(404);
        var options = send("OPTIONS", path("/tasks/" + task + "/claim"), BodyPublishers.noBody());
        assertThat(options.statusCode()).isEqualTo(200);
        assertThat(options.headers().firstValue("Allow"))
                .hasValueSatisfying(allow -> assertThat(allow).contains("POST"));
        assertThat(send("HEAD", path("/tasks/" + task + "/claim"), BodyPublishers.noBody())
                        .statusCode())
                .isEqualTo(405);

        assertThat(state()).isEqualTo(before);
    }

    @Test
    void nothing_is_traced() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            var request =
                    "TRACE /api/v1" + path("/tasks") + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX-Own: secret\r\n"
                            + "Authorization: " + berlin.with()[1] + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(UTF_8));
            var answer = new String(socket.getInputStream().readAllBytes(), UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 405").doesNotContain("X-Own", "secret", "Authorization:");
        }
    }

    @Test
    void lines_may_end_as_they_do_elsewhere() {
        var id =
                id(berlin.post(path("/tasks"), "{\"title\": {\"en\": \"x\"}, \"needed\": {\"en\": \"a\\r\\nb\\tc\"}}"));

        assertThat(row(berlin, coalition, "tasks", id).path("needed").path("en").asString())
                .isEqualTo("a\nb\tc");
    }

    @Test
    void what_is_refused_reaches_no_socket() throws Exception {
        try (var ears = new LiveEars(port, berlin, coalition)) {
            var refusals = Stream.<Callable<HttpResponse<String>>>of(
                    () -> berlin.post(path("/tasks"), "{}"),
                    () -> berlin.post(path("/tasks"), title("x".repeat(201))),
                    () -> paris.post(path("/tasks/" + held + "/claim")),
                    () -> paris.post(path("/resources/" + resource + "/withdraw")),
                    () -> berlin.post(path("/step-down")),
                    () -> berlin.post(
                            path("/resources/" + resource + "/bookings"), filled(booking("3", NOON, EVENING))));
            for (var refusal : refusals.toList()) {
                assertThat(refusal.call().statusCode()).isBetween(400, 422);
            }

            var heard = id(berlin.post(path("/tasks"), title("Heard")));

            assertThat(ears.next()).contains("\"id\":\"" + heard + "\"");
            assertThat(ears.waiting()).isEmpty();
        }
    }
}
