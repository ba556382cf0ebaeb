package org.tansiq.gateway.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.tansiq.gateway.members.SignedIn;
import org.tansiq.gateway.shared.Requests;

/** One person changes things so often and no more, with whatever tokens and sessions. */
public final class LimitedCommands extends OncePerRequestFilter {
    private final Limited limited;

    public LimitedCommands(Limited limited) {
        this.limited = limited;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !Requests.changesState(request) || !Requests.fromProgram(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var wait = wait(request);
        if (wait.isPositive()) {
            limited.refuse(request, response, wait);
        } else {
            chain.doFilter(request, response);
        }
    }

    private Duration wait(HttpServletRequest request) {
        var who = SecurityContextHolder.getContext().getAuthentication();
        if (who == null || !(who.getPrincipal() instanceof SignedIn me)) {
            return Duration.ZERO;
        }
        var wait = limited.command(me.person());
        return wait.isZero() && Requests.isImport(request) ? limited.importing(me.person()) : wait;
    }
}
