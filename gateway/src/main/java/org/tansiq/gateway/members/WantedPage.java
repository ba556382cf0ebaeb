package org.tansiq.gateway.members;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.tansiq.gateway.shared.Requests;

/** After signing in, a reader goes on to the page that was asked for. The browser remembers it, for a while. */
public final class WantedPage implements RequestCache {
    private static final String COOKIE = "tansiq-wanted";
    private static final Duration REMEMBERED = Duration.ofMinutes(15);
    private static final int LENGTH_MAX = 1_000;

    @Override
    public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
        if (!request.getMethod().equals("GET") || Requests.fromProgram(request)) {
            return;
        }
        var query = request.getQueryString();
        var wanted = request.getRequestURI() + (query == null ? "" : "?" + query);
        if (!wanted.equals("/") && isHere(wanted)) {
            set(
                    response,
                    Base64.getUrlEncoder().withoutPadding().encodeToString(wanted.getBytes(StandardCharsets.UTF_8)),
                    REMEMBERED);
        }
    }

    /** Where to go on, told once. */
    public static String take(HttpServletRequest request, HttpServletResponse response) {
        var cookies = request.getCookies();
        if (cookies == null) {
            return "/";
        }
        return Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .findFirst()
                .map(cookie -> {
                    set(response, "", Duration.ZERO);
                    return decoded(cookie.getValue());
                })
                .filter(WantedPage::isHere)
                .orElse("/");
    }

    private static String decoded(@Nullable String value) {
        try {
            return new String(Base64.getUrlDecoder().decode(value == null ? "" : value), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException unreadable) {
            return "";
        }
    }

    /** Two slashes at the start, or a backslash, would name another host. */
    private static boolean isHere(String path) {
        return path.length() <= LENGTH_MAX
                && path.startsWith("/")
                && !path.startsWith("//")
                && path.chars().allMatch(letter -> letter > ' ' && letter < 127 && letter != '\\');
    }

    private static void set(HttpServletResponse response, String value, Duration age) {
        var cookie = ResponseCookie.from(COOKIE, value)
                .path("/")
                .maxAge(age)
                .httpOnly(true)
                .sameSite("Strict")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    @Override
    public @Nullable SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
        return null;
    }

    @Override
    public @Nullable HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
        return null;
    }

    @Override
    public void removeRequest(HttpServletRequest request, HttpServletResponse response) {}
}
