package org.tansiq.gateway.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.tansiq.infra.members.Role;
import org.tansiq.probe.ServerTest;

class BodyLimitTest extends ServerTest {
    private static final int MIB = 1 << 20;
    private static final String TEXT = "/api/v1/probe/text";
    private static final String IMPORT = "/api/v1/probe/actions/import";

    @Test
    void a_body_as_long_as_the_limit_goes_through() {
        assertLength(TEXT, sized(MIB), MIB);
        assertLength(TEXT, chunked(MIB), MIB);
        assertLength(IMPORT, sized(5 * MIB), 5 * MIB);
        assertLength(IMPORT, chunked(5 * MIB), 5 * MIB);
    }

    @Test
    void a_longer_body_is_refused() {
        assertRefused(TEXT, sized(MIB + 1), MIB);
        assertRefused(TEXT, chunked(MIB + 1), MIB);
        assertRefused(IMPORT, sized(5 * MIB + 1), 5 * MIB);
        assertRefused(IMPORT, chunked(5 * MIB + 1), 5 * MIB);
    }

    @Test
    void json_over_the_limit_is_refused_while_it_is_read() {
        var member = bearer(account(Role.MEMBER));
        var answer = client().send(
                        "POST",
                        "/api/v1/probe",
                        chunked(2 * MIB),
                        "Content-Type",
                        "application/json",
                        member[0],
                        member[1]);

        problem(answer, 413, "body-too-large");
    }

    @Test
    void a_long_form_is_refused() {
        var answer =
                client().send("POST", "/sign-in", sized(MIB + 1), "Content-Type", "application/x-www-form-urlencoded");

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("<html", "Too large");
        assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
    }

    @Test
    void a_long_form_in_chunks_is_refused() {
        var answer = client().send(
                        "POST", "/sign-in", chunked(MIB + 2), "Content-Type", "application/x-www-form-urlencoded");

        assertThat(answer.statusCode()).isEqualTo(413);
    }

    private void assertLength(String path, BodyPublisher body, int length) {
        var answer = post(path, body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(json(answer).path("length").asInt()).isEqualTo(length);
    }

    private void assertRefused(String path, BodyPublisher body, int limit) {
        assertThat(problem(post(path, body), 413, "body-too-large").path("max").asInt())
                .isEqualTo(limit);
    }

    private HttpResponse<String> post(String path, BodyPublisher body) {
        var member = bearer(account(Role.MEMBER));
        return client().send("POST", path, body, "Content-Type", "text/csv", member[0], member[1]);
    }

    private static BodyPublisher sized(int bytes) {
        return BodyPublishers.ofByteArray(new byte[bytes]);
    }

    /** Of a length that the client does not tell. JSON that begins with spaces is read to its end. */
    private static BodyPublisher chunked(int bytes) {
        return BodyPublishers.ofInputStream(
                () -> new ByteArrayInputStream(" ".repeat(bytes).getBytes(StandardCharsets.US_ASCII)));
    }
}
