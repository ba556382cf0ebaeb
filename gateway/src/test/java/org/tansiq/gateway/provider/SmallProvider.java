package org.tansiq.gateway.provider;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** A provider of OpenID Connect on this machine: whoever is sent to it is whoever the test says. */
final class SmallProvider implements AutoCloseable {
    static final String CLIENT = "tansiq";
    static final String SECRET = "what the provider gave";

    private record Grant(Map<String, String> asked, JWTClaimsSet.Builder says) {}

    private final HttpServer server;
    private final RSAKey key;
    private final RSAKey otherKey;
    private final Map<String, Grant> grants = new ConcurrentHashMap<>();
    private volatile boolean signsWithAnotherKey;

    SmallProvider() {
        try {
            key = new RSAKeyGenerator(2048).keyID("first").generate();
            otherKey = new RSAKeyGenerator(2048).keyID("first").generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext(
                "/.well-known/openid-configuration", exchange -> answer(exchange, 200, """
                {"issuer": "%1$s", "authorization_endpoint": "%1$s/ask", "token_endpoint": "%1$s/token",
                 "jwks_uri": "%1$s/keys", "subject_types_supported": ["public"],
                 "id_token_signing_alg_values_supported": ["RS256"], "response_types_supported": ["code"],
                 "token_endpoint_auth_methods_supported": ["client_secret_basic"]}""".formatted(issuer())));
        server.createContext("/keys", exchange -> answer(exchange, 200, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext("/token", this::token);
        server.createContext("/ask", this::ask);
        server.start();
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void signWithAnotherKey(boolean other) {
        signsWithAnotherKey = other;
    }

    /** A browser that comes here by itself is sent back at once, as the same somebody each time. */
    private void ask(HttpExchange exchange) throws IOException {
        try (exchange) {
            var back = visit(issuer() + exchange.getRequestURI(), "somebody", "mfa");
            exchange.getResponseHeaders().add("Location", back);
            exchange.sendResponseHeaders(302, -1);
        }
    }

    /** Somebody is sent here and says who they are; answers where they are sent back to. */
    String visit(String address, String subject, String... methods) {
        var asked = fields(URI.create(address).getRawQuery());
        var now = Instant.now();
        var says = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject(subject)
                .audience(asked.get("client_id"))
                .claim("nonce", asked.get("nonce"))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)));
        if (methods.length > 0) {
            says.claim("amr", List.of(methods));
        }
        var code = UUID.randomUUID().toString();
        grants.put(code, new Grant(asked, says));
        return asked.get("redirect_uri") + "?code=" + code + "&state=" + asked.get("state");
    }

    /** It was made for another visit. */
    void swapNonce(String back) {
        Objects.requireNonNull(grants.get(fields(URI.create(back).getRawQuery()).get("code")))
                .says()
                .claim("nonce", "another");
    }

    void addressTo(String back, String audience) {
        Objects.requireNonNull(grants.get(fields(URI.create(back).getRawQuery()).get("code")))
                .says()
                .audience(audience);
    }

    private void token(HttpExchange exchange) throws IOException {
        var sent = fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        var grant = grants.remove(String.valueOf(sent.get("code")));
        var password = CLIENT + ":" + SECRET.replace(" ", "+");
        var known = ("Basic " + Base64.getEncoder().encodeToString(password.getBytes(StandardCharsets.UTF_8)))
                .equals(exchange.getRequestHeaders().getFirst("Authorization"));
        if (grant == null || !known || !isVerified(grant, String.valueOf(sent.get("code_verifier")))) {
            answer(exchange, 400, "{\"error\": \"invalid_grant\"}");
            return;
        }
        answer(exchange, 200, """
                {"access_token": "opens nothing", "token_type": "Bearer", "expires_in": 60, "id_token": "%s"}""".formatted(signed(grant.says().build())));
    }

    private static boolean isVerified(Grant grant, String verifier) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return "S256".equals(grant.asked().get("code_challenge_method"))
                    && Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(hash)
                            .equals(grant.asked().get("code_challenge"));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private String signed(JWTClaimsSet claims) {
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("first").build(), claims);
            token.sign(new RSASSASigner(signsWithAnotherKey ? otherKey : key));
            return token.serialize();
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Map<String, String> fields(String query) {
        return Arrays.stream(query.split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
