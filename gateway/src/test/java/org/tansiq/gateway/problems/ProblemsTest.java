package org.tansiq.gateway.problems;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tansiq.infra.members.Role;
import org.tansiq.probe.Client;
import org.tansiq.probe.ServerTest;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProblemsTest extends ServerTest {
    private Client client;
    private String[] me;

    @BeforeAll
    void signIn() {
        client = client();
        me = bearer(account(Role.MEMBER));
    }

    private HttpResponse<String> get(String path, String... more) {
        return client.get(path, with(more));
    }

    private HttpResponse<String> post(String body, String... more) {
        return client.json("/api/v1/probe", body, with(more));
    }

    private String[] with(String... more) {
        var all = new String[me.length + more.length];
        System.arraycopy(me, 0, all, 0, me.length);
        System.arraycopy(more, 0, all, me.length, more.length);
        return all;
    }

    @ParameterizedTest
    @CsvSource({
        "invalid, 422, text-too-long",
        "not-found, 404, no-such-task",
        "not-allowed, 403, steward-only",
        "conflict, 409, task-held",
        "wrapped, 409, task-done",
        "new-code, 409, never-heard-of",
        "checked, 500, internal",
        "error, 500, internal",
        "anything, 500, internal"
    })
    void what_a_decision_or_a_fault_ends_with_is_a_problem(String how, int status, String code) {
        problem(get("/api/v1/probe/fails/" + how), status, code);
    }

    @Test
    void a_refusal_names_the_field_and_the_particulars() {
        var problem = problem(get("/api/v1/probe/fails/invalid"), 422, "text-too-long");

        assertThat(problem.path("field").asString()).isEqualTo("title");
        assertThat(problem.path("max").asInt()).isEqualTo(200);
        assertThat(problem.path("length").asInt()).isEqualTo(201);
        assertThat(problem.path("detail").asString()).contains("title", "200", "201");
    }

    @Test
    void a_fault_shows_a_reference_and_nothing_else() {
        var problem = problem(get("/api/v1/probe/fails/anything"), 500, "internal");

        assertThat(problem.path("reference").asString()).hasSize(36);
        assertThat(problem.path("detail").asString())
                .contains(problem.path("reference").asString());
    }

    @Test
    void a_problem_speaks_the_language_that_was_asked_for() {
        assertThat(problem(get("/api/v1/probe/fails/conflict"), 409, "task-held")
                        .path("title")
                        .asString())
                .isEqualTo("Task already taken");
        var arabic = get("/api/v1/probe/fails/conflict", "Accept-Language", "ar-SY, en;q=0.5");
        assertThat(problem(arabic, 409, "task-held").path("title").asString()).isEqualTo("المهمة مأخوذة");
        assertThat(arabic.headers().firstValue("Content-Language")).contains("ar");
        assertThat(json(get("/api/v1/probe/fails/conflict?lang=ar", "Accept-Language", "en"))
                        .path("title")
                        .asString())
                .isEqualTo("المهمة مأخوذة");
    }

    @Test
    void a_body_that_fits_goes_through() {
        var answer = post("""
                {"title": {"en": "Vigil", "ar": "وقفة"}, "count": 3, "places": [{"latitude": 52.5}],
                 "from": "2018-02-24T17:00:00Z", "on": "2018-02-24", "zone": "Europe/Berlin", "role": "MEMBER", "coalition": "ghouta"}
                """);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(json(answer).path("title").path("ar").asString()).isEqualTo("وقفة");
        assertThat(json(answer).path("coalition").asString()).isEqualTo("ghouta");
        assertThat(json(answer).path("from").asString()).isEqualTo("2018-02-24T17:00:00Z");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"count": 1                                | 400 | bad-json        |
                    {"count": 1} x                             | 400 | bad-json        |
                    {"count": 1} {"count": 2}                  | 422 | bad-body        |
                    {count: 1}                                 | 400 | bad-json        |
                    {"count": 1, "count": 2}                   | 400 | duplicate-field | count
                    {"places": [{"latitude": 1, "latitude": 2}]} | 400 | duplicate-field | latitude
                    {"colour": "red"}                          | 422 | unknown-field   | colour
                    {"places": [{"latitude": 1}, {"height": 2}]} | 422 | unknown-field | places[1].height
                    {"count": "1"}                             | 422 | bad-value       | count
                    {"count": "many"}                          | 422 | bad-value       | count
                    {"count": 1.5}                             | 422 | bad-value       | count
                    {"count": 99999999999}                     | 422 | bad-value       | count
                    {"places": {}}                             | 422 | bad-value       | places
                    {"from": "yesterday"}                      | 422 | bad-time        | from
                    {"from": "2018-02-30T10:00:00Z"}           | 422 | bad-time        | from
                    {"on": "24.2.2018"}                        | 422 | bad-time        | on
                    {"zone": "Europe/Ghouta"}                  | 422 | bad-zone        | zone
                    {"role": "KING"}                           | 422 | bad-value       | role
                    {"role": 1}                                | 422 | bad-value       | role
                    {"coalition": ""}                          | 422 | bad-value       | coalition
                    {"coalition": {"value": "x"}}              | 422 | bad-value       | coalition
                    {"title": {}}                              | 422 | text-empty      | title
                    {"title": "Vigil"}                         | 422 | bad-value       | title
                    []                                         | 422 | bad-body        |
                    "Vigil"                                    | 422 | bad-body        |
                    null                                       | 400 | missing-body    |
                    """)
    void a_body_that_does_not_fit_is_refused_with_its_field(String body, int status, String code, String field) {
        var problem = problem(post(body), status, code);

        if (field == null) {
            assertThat(problem.has("field")).isFalse();
        } else {
            assertThat(problem.path("field").asString()).endsWith(field);
        }
    }

    @Test
    void no_body_is_refused() {
        problem(post(""), 400, "missing-body");
    }

    @Test
    void a_body_that_is_no_utf8_is_refused() {
        var broken = new byte[] {'{', '"', 'c', (byte) 0xC3, '"', ':', '1', '}'};

        problem(
                client.send(
                        "POST",
                        "/api/v1/probe",
                        BodyPublishers.ofByteArray(broken),
                        with("Content-Type", "application/json")),
                400,
                "bad-json");
    }

    @Test
    void deep_json_is_refused() {
        problem(post("{\"anything\":" + "[".repeat(40) + "]".repeat(40) + "}"), 400, "json-too-deep");
        problem(post("{\"anything\":" + "[".repeat(100_000)), 400, "json-too-deep");
        assertThat(post("{\"anything\":" + "[".repeat(30) + "]".repeat(30) + "}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_wrong_content_type_is_refused() {
        var answer = client.send(
                "POST", "/api/v1/probe", BodyPublishers.ofString("<a/>"), with("Content-Type", "application/xml"));

        assertThat(problem(answer, 415, "unsupported-type").path("supported").toString())
                .contains("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "application/", "a/b/c"})
    void a_content_type_that_is_none_is_refused(String type) {
        var answer = client.send("POST", "/api/v1/probe", BodyPublishers.ofString("{}"), with("Content-Type", type));

        problem(answer, 415, "unsupported-type");
    }

    @Test
    void a_format_that_is_not_there_is_refused() {
        problem(get("/api/v1/probe/coalitions/ghouta", "Accept", "image/png"), 406, "not-acceptable");
    }

    @Test
    void a_method_that_is_not_there_is_refused_with_those_that_are() {
        var answer = client.send("DELETE", "/api/v1/probe", BodyPublishers.noBody(), me);

        problem(answer, 405, "method-not-allowed");
        assertThat(answer.headers().firstValue("Allow")).contains("POST");
    }

    @Test
    void a_path_that_is_not_there_is_not_found() {
        problem(get("/api/v1/nothing"), 404, "no-such-path");
        problem(get("/api"), 404, "no-such-path");
    }

    @Test
    void an_identifier_that_cannot_be_is_not_found() {
        assertThat(get("/api/v1/probe/coalitions/ghouta").statusCode()).isEqualTo(200);
        problem(get("/api/v1/probe/coalitions/" + "x".repeat(101)), 404, "no-such-path");
    }

    @Test
    void a_parameter_that_is_missing_or_wrong_is_named() {
        assertThat(problem(get("/api/v1/probe/query"), 422, "missing-field")
                        .path("field")
                        .asString())
                .isEqualTo("after");
        assertThat(problem(get("/api/v1/probe/query?after=soon"), 422, "bad-value")
                        .path("field")
                        .asString())
                .isEqualTo("after");
        assertThat(problem(get("/api/v1/probe/query?after=1&from=soon"), 422, "bad-time")
                        .path("field")
                        .asString())
                .isEqualTo("from");
    }

    @Test
    void a_wish_for_html_gets_a_problem_all_the_same_from_the_api() {
        problem(get("/api/v1/probe/fails/conflict", "Accept", "text/html"), 409, "task-held");
    }

    @Test
    void a_malformed_path_is_refused() {
        problem(get("/api/v1/probe//coalitions;x=1/%2e%2e"), 400, "bad-request");
    }

    @Test
    void what_a_filter_throws_is_a_problem_too() {
        problem(get("/api/v1/probe/failing-filter"), 500, "internal");
    }

    @Test
    void a_page_that_fails_says_so_in_the_reader_s_language() {
        var english = get("/probe/fails/not-found");
        var arabic = get("/probe/fails/not-found", "Accept-Language", "ar");

        assertThat(english.statusCode()).isEqualTo(404);
        assertThat(english.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
        assertThat(english.body()).contains("<html", "lang=\"en\"", "dir=\"ltr\"", "Task not found");
        assertThat(arabic.body()).contains("lang=\"ar\"", "dir=\"rtl\"", "المهمة غير موجودة");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/probe/fails/anything", "/probe/fails/error", "/probe/failing-filter"})
    void a_page_that_breaks_shows_a_reference_only(String path) {
        var page = get(path);

        assertThat(page.statusCode()).isEqualTo(500);
        assertThat(page.body())
                .contains("An error of ours", "Reference")
                .doesNotContain("a secret of ours", "Exception", "at org.", "Whitelabel");
    }

    @Test
    void a_page_that_is_not_there_is_not_found() {
        var page = get("/nothing");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("<html", "There is nothing at this address.");
        assertThat(get("/error").statusCode()).isEqualTo(404);
    }

    @Test
    void a_request_that_the_container_refuses_shows_no_trace() throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream()
                    .write("GET /api/|{} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer)
                    .startsWith("HTTP/1.1 400")
                    .doesNotContainIgnoringCase("tomcat", "exception")
                    .doesNotContain("at org.");
        }
    }
}
