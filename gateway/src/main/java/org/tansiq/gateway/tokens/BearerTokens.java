package org.tansiq.gateway.tokens;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;
import org.tansiq.gateway.problems.Problem;
import org.tansiq.gateway.problems.Problems;
import org.tansiq.gateway.problems.WebProblem;
import org.tansiq.infra.tokens.ApiToken;

/** Lets in who brings {@code Authorization: Bearer}, for this request and as far as the token goes. */
public final class BearerTokens extends OncePerRequestFilter {
    private static final String SCHEME = "Bearer ";

    private final KnownTokens known;
    private final Problems problems;
    private final RequestAttributeSecurityContextRepository forThisRequest =
            new RequestAttributeSecurityContextRepository();

    public BearerTokens(KnownTokens known, Problems problems) {
        this.known = known;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var secret = secret(request);
        if (secret == null) {
            chain.doFilter(request, response);
            return;
        }
        var owner = known.owner(secret);
        if (owner.isEmpty() || !(owner.get().getDetails() instanceof ApiToken token)) {
            problems.answer(request, response, Problem.of(WebProblem.BAD_TOKEN));
            return;
        }
        var refused = TokenReach.refusal(token, request);
        if (refused != null) {
            problems.answer(request, response, Problem.of(refused));
            return;
        }
        var context = new SecurityContextImpl(owner.get());
        SecurityContextHolder.setContext(context);
        forThisRequest.saveContext(context, request, response);
        chain.doFilter(request, response);
    }

    private static @Nullable String secret(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? header.substring(SCHEME.length()).strip()
                : null;
    }
}
