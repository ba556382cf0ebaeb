package org.tansiq.gateway.members;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * Holds a browser's secret, and nothing that can be read in it. Whoever only looks at the sign-in page has one too: the
 * tokens of its forms hang on it. Where browsers reach the server by https, its name keeps other hosts from setting it.
 */
@Component
public class SessionCookie {
    private static final String NAME = "tansiq";
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{" + Secrets.LENGTH + "}");

    private final boolean secure;

    SessionCookie(Environment settings) {
        secure = !settings.getProperty("tansiq.web.proxy", "").isBlank()
                || (settings.getProperty("server.ssl.enabled", Boolean.class, true)
                        && Binder.get(settings)
                                .bind("server.ssl", Bindable.mapOf(String.class, Object.class))
                                .isBound());
    }

    String name() {
        return secure ? "__Host-" + NAME : NAME;
    }

    Optional<String> read(HttpServletRequest request) {
        var cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name()))
                        .flatMap(cookie -> Stream.ofNullable(cookie.getValue()))
                        .filter(value -> SECRET.matcher(value).matches())
                        .findFirst();
    }

    /** By what this browser is known again, until it signs in or out; it opens nothing. */
    public Optional<String> browser(HttpServletRequest request) {
        return read(request).map(Secrets::hash);
    }

    /** Until the browser closes. */
    void write(HttpServletResponse response, String secret) {
        set(response, secret, Duration.ofSeconds(-1));
    }

    void remove(HttpServletResponse response) {
        set(response, "", Duration.ZERO);
    }

    private void set(HttpServletResponse response, String value, Duration age) {
        var cookie = ResponseCookie.from(name(), value)
                .path("/")
                .maxAge(age)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Strict")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
