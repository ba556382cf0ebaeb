package org.tansiq.gateway.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.springframework.web.filter.OncePerRequestFilter;

/** Passwords of one account are tried so often and no more, by whomever and from wherever; also of one that is none. */
public final class LimitedSignIns extends OncePerRequestFilter {
    private final Limited limited;

    public LimitedSignIns(Limited limited) {
        this.limited = limited;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST") || !request.getRequestURI().equals("/sign-in");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var wait = limited.signIn(Objects.requireNonNullElse(request.getParameter("login"), ""));
        if (wait.isPositive()) {
            limited.refuse(request, response, wait);
        } else {
            chain.doFilter(request, response);
        }
    }
}
