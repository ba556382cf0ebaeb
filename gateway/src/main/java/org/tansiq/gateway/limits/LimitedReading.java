package org.tansiq.gateway.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.tansiq.gateway.members.SignedIn;

/** Those who are not signed in read what is public so often and no more. */
public final class LimitedReading extends OncePerRequestFilter {
    private final Limited limited;

    public LimitedReading(Limited limited) {
        this.limited = limited;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getRequestURI();
        var who = SecurityContextHolder.getContext().getAuthentication();
        return !(path.equals("/public") || path.startsWith("/api/v1/public/"))
                || (who != null && who.getPrincipal() instanceof SignedIn);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var wait = limited.publicReading(request.getRemoteAddr());
        if (wait.isPositive()) {
            limited.refuse(request, response, wait);
        } else {
            chain.doFilter(request, response);
        }
    }
}
