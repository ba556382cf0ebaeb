package org.tansiq.gateway.members;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.tansiq.gateway.problems.Problem;
import org.tansiq.gateway.problems.Problems;
import org.tansiq.gateway.problems.WebProblem;
import org.tansiq.gateway.shared.Requests;
import org.tansiq.infra.members.Role;

/** What the security filters answer. Programs never get a challenge: browsers would open a password dialog for it. */
final class Refusing implements AuthenticationEntryPoint, AccessDeniedHandler, AuthenticationFailureHandler {
    private final Problems problems;

    Refusing(Problems problems) {
        this.problems = problems;
    }

    /** Nobody is signed in, or the credentials of this request are wrong. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof AuthenticationServiceException) {
            problems.answer(request, response, Problem.of(WebProblem.OVERLOADED).header(HttpHeaders.RETRY_AFTER, "1"));
        } else {
            unauthenticated(request, response, "/sign-in");
        }
    }

    /** The sign-in form was filled in wrongly. */
    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        response.sendRedirect(failure instanceof AuthenticationServiceException ? "/sign-in?busy" : "/sign-in?wrong");
    }

    /** Somebody is signed in and may not do this, or a form has no token. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        var me = authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn ? signedIn : null;
        if (authentication != null && authentication.getPrincipal() instanceof AtTheDoor) {
            unauthenticated(request, response, SecondStepPages.PATH);
        } else if (me != null && request.getRequestURI().startsWith("/sign-in/")) {
            response.sendRedirect("/"); // it has been shown already
        } else if (denied instanceof CsrfException && me == null) {
            // most often a form that was open for longer than its session
            unauthenticated(request, response, "/sign-in?expired");
        } else if (denied instanceof CsrfException) {
            problems.answer(request, response, Problem.of(WebProblem.CSRF));
        } else if (me != null && me.role() != Role.OPERATOR && Requests.isOfOperators(request)) {
            problems.answer(request, response, Problem.of(WebProblem.OPERATOR_ONLY));
        } else if (me != null && me.role() == Role.AUDITOR && Requests.changesState(request)) {
            problems.answer(request, response, Problem.of(WebProblem.READ_ONLY_ROLE));
        } else if (me != null && me.role() == Role.OPERATOR && Requests.changesState(request)) {
            problems.answer(request, response, Problem.of(WebProblem.OPERATOR_RUNS));
        } else {
            problems.answer(request, response, Problem.of(WebProblem.FORBIDDEN));
        }
    }

    private void unauthenticated(HttpServletRequest request, HttpServletResponse response, String page)
            throws IOException {
        if (Requests.fromProgram(request)) {
            problems.answer(request, response, Problem.of(WebProblem.UNAUTHENTICATED));
        } else {
            response.sendRedirect(page);
        }
    }
}
