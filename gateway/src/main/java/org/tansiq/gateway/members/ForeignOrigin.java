package org.tansiq.gateway.members;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.tansiq.gateway.problems.Problem;
import org.tansiq.gateway.problems.Problems;
import org.tansiq.gateway.problems.WebProblem;
import org.tansiq.gateway.shared.Requests;

/** A page of another site changes nothing here, whatever credentials the browser adds. */
final class ForeignOrigin extends OncePerRequestFilter {
    private final Problems problems;

    ForeignOrigin(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        if (Requests.changesState(request) && origin != null && !origin.equals(own(request))) {
            problems.answer(request, response, Problem.of(WebProblem.FOREIGN_ORIGIN));
        } else {
            chain.doFilter(request, response);
        }
    }

    private static String own(HttpServletRequest request) {
        var scheme = request.getScheme();
        var usual = scheme.equals("https") ? 443 : 80;
        var port = request.getServerPort();
        return scheme + "://" + request.getServerName() + (port == usual ? "" : ":" + port);
    }
}
