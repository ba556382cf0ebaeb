package org.tansiq.gateway.live;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;
import org.tansiq.gateway.problems.Problem;
import org.tansiq.gateway.problems.Problems;
import org.tansiq.gateway.problems.WebProblem;

/** Lets in who brings a ticket to the handshake. It alone counts then, and not the session of the same browser. */
public final class TicketHolders extends OncePerRequestFilter {
    private static final String PARAMETER = "ticket";

    private final SocketTickets tickets;
    private final Problems problems;

    public TicketHolders(SocketTickets tickets, Problems problems) {
        this.tickets = tickets;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().equals("/live") || request.getParameter(PARAMETER) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var ticket = tickets.use(request.getParameter(PARAMETER));
        if (ticket.isEmpty()) {
            problems.answer(request, response, Problem.of(WebProblem.BAD_TICKET));
            return;
        }
        SecurityContextHolder.setContext(new SecurityContextImpl(ticket.get().who()));
        request.setAttribute(Opening.ATTRIBUTE, ticket.get().opened());
        chain.doFilter(request, response);
    }
}
