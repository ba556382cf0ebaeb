package org.tansiq.probe;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.tansiq.domain.shared.OrganizationId;

/**
 * Somebody of an organisation, at work with the API: paths begin below {@code /api/v1}.
 *
 * @param token the secret of a token that may do all that the person may
 */
public record Person(Client client, String login, OrganizationId organization, String token) {
    private static final String API = "/api/v1";

    public HttpResponse<String> get(String path, String... headers) {
        return client.get(API + path, with(headers));
    }

    public HttpResponse<String> post(String path, String body, String... headers) {
        return client.json(API + path, body, with(headers));
    }

    public HttpResponse<String> put(String path, String body, String... headers) {
        var all = Stream.concat(Stream.of("Content-Type", "application/json"), Stream.of(headers))
                .toArray(String[]::new);
        return client.send("PUT", API + path, BodyPublishers.ofString(body), with(all));
    }

    public HttpResponse<String> delete(String path) {
        return client.send("DELETE", API + path, BodyPublishers.noBody(), with());
    }

    /** In a browser of their own, with a session and no token. */
    public Client browser() {
        var browser = new Client(client.port());
        var unused = browser.signIn(login, ServerTest.PASSWORD);
        return browser;
    }

    /** A decision that needs no words. */
    public HttpResponse<String> post(String path) {
        return client.send("POST", API + path, BodyPublishers.noBody(), with());
    }

    public HttpResponse<String> postWith(String path, String... headers) {
        return client.send("POST", API + path, BodyPublishers.noBody(), with(headers));
    }

    public String[] with(String... headers) {
        return Stream.concat(Stream.of("Authorization", Tokens.bearer(token)), Stream.of(headers))
                .toArray(String[]::new);
    }
}
