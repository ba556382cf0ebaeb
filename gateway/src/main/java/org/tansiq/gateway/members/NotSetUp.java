package org.tansiq.gateway.members;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.web.filter.OncePerRequestFilter;
import org.tansiq.gateway.problems.Problem;
import org.tansiq.gateway.problems.Problems;
import org.tansiq.gateway.problems.WebProblem;
import org.tansiq.infra.members.Accounts;

/** While nobody has an account, there is the page behind the setup link and nothing else. */
final class NotSetUp extends OncePerRequestFilter {
    private static final List<String> OPEN =
            List.of("/sign-up/", "/actuator/health", "/css/", "/js/", "/img/", "/webjars/", "/favicon.ico");

    private final Accounts accounts;
    private final Problems problems;
    private volatile boolean isSetUp;

    NotSetUp(Accounts accounts, Problems problems) {
        this.accounts = accounts;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isSetUp() || OPEN.stream().anyMatch(request.getRequestURI()::startsWith)) {
            chain.doFilter(request, response);
        } else {
            problems.answer(request, response, Problem.of(WebProblem.NOT_SET_UP));
        }
    }

    /** Asked until it is so, then never again. */
    private boolean isSetUp() {
        if (!isSetUp) {
            isSetUp = !accounts.isEmpty();
        }
        return isSetUp;
    }
}
