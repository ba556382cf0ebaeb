package org.tansiq.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the API answered. */
public record Reply(HttpResponse<String> http) {
    private static final JsonMapper JSON = new JsonMapper();

    public int status() {
        return http.statusCode();
    }

    public JsonNode json() {
        return JSON.readTree(http.body());
    }

    public List<JsonNode> items() {
        return StreamSupport.stream(json().spliterator(), false).toList();
    }

    public Reply done() {
        assertThat(status()).as(http.body()).isBetween(200, 299);
        return this;
    }

    public String id() {
        return done().json().path("id").asString();
    }

    public long position() {
        return Long.parseLong(
                done().http.headers().firstValue("Tansiq-Position").orElseThrow());
    }

    /** A problem that says all it has to say, and nothing of how the server works. */
    public JsonNode refused(int status, String code) {
        assertThat(status()).as(http.body()).isEqualTo(status);
        assertThat(http.headers().firstValue("Content-Type")).contains("application/problem+json");
        var problem = json();
        assertThat(problem.path("code").asString()).as(http.body()).isEqualTo(code);
        assertThat(problem.path("title").asString()).isNotBlank();
        assertThat(problem.path("detail").asString())
                .isNotBlank()
                .doesNotContain("{", "}", "  ", " .", " ,", "\u2068\u2069");
        assertThat(http.body()).doesNotContain("Exception", "at org.", "java.");
        return problem;
    }
}
