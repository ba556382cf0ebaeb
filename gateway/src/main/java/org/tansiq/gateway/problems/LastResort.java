package org.tansiq.gateway.problems;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.filter.OncePerRequestFilter;

/** What filters throw is told like everything else, and never reaches the container's own error report. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class LastResort extends OncePerRequestFilter {
    private final Problems problems;

    LastResort(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IOException | RuntimeException | Error failure) {
            if (response.isCommitted()) {
                throw failure; // half an answer must not look like a whole one: the connection breaks
            }
            if (Explaining.cause(failure, AsyncRequestNotUsableException.class) == null) {
                problems.answer(request, response, Explaining.explain(unwrapped(failure)));
            }
        }
    }

    private static Throwable unwrapped(Throwable failure) {
        return failure instanceof ServletException wrapper && wrapper.getCause() != null ? wrapper.getCause() : failure;
    }
}
