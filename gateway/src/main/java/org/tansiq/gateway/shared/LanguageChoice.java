package org.tansiq.gateway.shared;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Remembers the language that a reader chose on a page. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class LanguageChoice extends OncePerRequestFilter {
    private static final Duration REMEMBERED = Duration.ofDays(365);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!Requests.fromProgram(request)) {
            Languages.asked(request)
                    .ifPresent(language -> response.addHeader(
                            HttpHeaders.SET_COOKIE,
                            ResponseCookie.from(Languages.COOKIE, language.getLanguage())
                                    .path("/")
                                    .maxAge(REMEMBERED)
                                    .httpOnly(true)
                                    .secure(request.isSecure())
                                    .sameSite("Strict")
                                    .build()
                                    .toString()));
        }
        chain.doFilter(request, response);
    }
}
