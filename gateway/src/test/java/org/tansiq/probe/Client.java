package org.tansiq.probe;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser or a program that talks to the server; it keeps cookies and follows no redirect. */
public final class Client {
    private static final Pattern TOKEN = Pattern.compile("name=\"csrf-token\" content=\"([^\"]+)\"");

    private final String server;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    private final int port;

    public Client(int port) {
        this.port = port;
        server = "http://127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    public String server() {
        return server;
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    public HttpResponse<String> json(String path, String body, String... headers) {
        var all = new String[headers.length + 2];
        all[0] = "Content-Type";
        all[1] = "application/json";
        System.arraycopy(headers, 0, all, 2, headers.length);
        return send("POST", path, BodyPublishers.ofString(body), all);
    }

    public HttpResponse<String> form(String path, Map<String, String> fields, String... headers) {
        var body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        var all = new String[headers.length + 2];
        all[0] = "Content-Type";
        all[1] = "application/x-www-form-urlencoded";
        System.arraycopy(headers, 0, all, 2, headers.length);
        return send("POST", path, BodyPublishers.ofString(body), all);
    }

    public HttpResponse<String> send(String method, String path, BodyPublisher body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(server + path)).method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The token of the page's forms, that its scripts send too. */
    public String token(String page) {
        var token = TOKEN.matcher(get(page).body());
        if (!token.find()) {
            throw new IllegalStateException("The page has no token: " + page);
        }
        return token.group(1);
    }

    /** With the password and, where it is right, a code of the {@link Authenticator}. */
    public HttpResponse<String> signIn(String login, String password) {
        var answer = enterPassword(login, password);
        var codePage = answer.headers().firstValue("Location").orElse("").endsWith("/sign-in/code");
        return codePage ? enterCode(Authenticator.code(login)) : answer;
    }

    public HttpResponse<String> enterCode(String code) {
        return form("/sign-in/code", Map.of("code", code, "_csrf", token("/sign-in/code")));
    }

    public HttpResponse<String> enterPassword(String login, String password) {
        return form("/sign-in", Map.of("login", login, "password", password, "_csrf", token("/sign-in")));
    }

    /** The same browser at another server of the same host. */
    public Client withCookiesOf(Client other) {
        other.cookies
                .getCookieStore()
                .getCookies()
                .forEach(cookie -> cookies.getCookieStore().add(URI.create(server), cookie));
        return this;
    }

    /** As it goes into the header. */
    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(cookie -> name + "=" + cookie.getValue())
                .findFirst()
                .orElseThrow();
    }

    public boolean hasCookies() {
        return !cookies.getCookieStore().getCookies().isEmpty();
    }

    public static String basic(String login, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((login + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
