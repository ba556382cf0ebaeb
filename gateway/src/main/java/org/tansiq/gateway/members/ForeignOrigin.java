package org.tansiq.gateway.members;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.tansiq.gateway.problems.Problem;
import org.tansiq.gateway.problems.Problems;
import org.tansiq.gateway.problems.WebProblem;
import org.tansiq.gateway.shared.Requests;
import org.tansiq.gateway.shared.WebSettings;

/**
 * A page of another site changes nothing here, whatever credentials the browser adds. Pages that send no referrer have
 * browsers hide the origin of their forms too ({@code null}); then the browser itself must say that the form is of this
 * very origin, which no page can make it say. The form's CSRF token is looked at in any case.
 */
final class ForeignOrigin extends OncePerRequestFilter {
    private final Problems problems;
    private final @Nullable String proxy;

    ForeignOrigin(Problems problems, WebSettings web) {
        this.problems = problems;
        proxy = web.proxy();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (Requests.changesState(request) && isForeign(request)) {
            problems.answer(request, response, Problem.of(WebProblem.FOREIGN_ORIGIN));
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean isForeign(HttpServletRequest request) {
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin == null || origin.equals(own(request)) || origin.equals(proxy)) {
            return false;
        }
        return !origin.equals("null") || !"same-origin".equals(request.getHeader("Sec-Fetch-Site"));
    }

    private static String own(HttpServletRequest request) {
        var scheme = request.getScheme();
        var usual = scheme.equals("https") ? 443 : 80;
        var port = request.getServerPort();
        return scheme + "://" + request.getServerName() + (port == usual ? "" : ":" + port);
    }
}
