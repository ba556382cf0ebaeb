package org.tansiq.campaign;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.stream.Stream;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.infra.members.Account;
import org.tansiq.probe.Client;
import org.tansiq.probe.Tokens;
import tools.jackson.databind.json.JsonMapper;

/** Somebody with an account who talks to the API. */
public final class Person {
    private static final JsonMapper JSON = new JsonMapper();

    private final Client client;
    private final Account account;
    private final String authorization;

    Person(Client client, Account account, String token) {
        this.client = client;
        this.account = account;
        authorization = Tokens.bearer(token);
    }

    public String id() {
        return account.person().value();
    }

    public String login() {
        return account.login();
    }

    public OrganizationId organization() {
        return account.organization();
    }

    public String authorization() {
        return authorization;
    }

    public Reply get(String path, String... headers) {
        return new Reply(client.get(path, with(headers)));
    }

    public Reply post(String path) {
        return new Reply(client.send("POST", path, BodyPublishers.noBody(), with()));
    }

    /** @param body anything that Jackson writes; a String is sent as it is */
    public Reply post(String path, Object body, String... headers) {
        var json = body instanceof String text ? text : JSON.writeValueAsString(body);
        return new Reply(client.json(path, json, with(headers)));
    }

    public Reply sheet(String path, byte[] file, String... headers) {
        var type = Stream.concat(Stream.of("Content-Type", "text/csv"), Arrays.stream(headers))
                .toArray(String[]::new);
        return new Reply(client.send("POST", path, BodyPublishers.ofByteArray(file), with(type)));
    }

    private String[] with(String... headers) {
        return Stream.concat(Stream.of("Authorization", authorization), Arrays.stream(headers))
                .toArray(String[]::new);
    }
}
