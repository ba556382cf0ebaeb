package org.tansiq.gateway.problems;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** A body is of one type. Spring takes a type with a wildcard for a fault of ours. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class WildTypes extends OncePerRequestFilter {
    private final Problems problems;

    WildTypes(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var type = request.getContentType();
        if (type != null && type.indexOf('*') >= 0) {
            problems.answer(request, response, Problem.of(WebProblem.UNSUPPORTED_TYPE));
        } else {
            chain.doFilter(request, response);
        }
    }
}
