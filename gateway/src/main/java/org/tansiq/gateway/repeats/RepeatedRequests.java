package org.tansiq.gateway.repeats;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.tansiq.domain.shared.Refusal;
import org.tansiq.gateway.members.SignedIn;
import org.tansiq.gateway.problems.Problem;
import org.tansiq.gateway.problems.Problems;
import org.tansiq.gateway.problems.WebProblem;
import org.tansiq.gateway.shared.Requests;
import org.tansiq.infra.answers.Answers;
import org.tansiq.infra.answers.KeptAnswer;

/**
 * Answers a repeat of a request, also one that comes while the first is under way, as the first was answered, be it done
 * or refused; for a day. What may come out otherwise when it is tried again is not kept: too much to do, a lost race, an
 * outcome that is not known; nor what is marked {@code no-store}. A key that comes again with another request is refused.
 */
public final class RepeatedRequests extends OncePerRequestFilter {
    private static final Duration WAIT_MAX = Duration.ofSeconds(40);
    private static final int BODY_BYTES_MAX = 1 << 20;
    private static final int REFUSED = 400;
    private static final int FAILED = 500;

    private static final Set<String> TRY_AGAIN =
            Set.of(WebProblem.CONTENDED.code(), WebProblem.TOO_MANY_REQUESTS.code());

    private static final List<String> HEADERS =
            List.of("Content-Type", "Content-Language", "Location", "Tansiq-Position");

    private final Answers answers;
    private final Clock clock;
    private final Problems problems;
    private final OneAtATime oneAtATime = new OneAtATime();

    public RepeatedRequests(Answers answers, Clock clock, Problems problems) {
        this.answers = answers;
        this.clock = clock;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !Requests.fromProgram(request) || !Requests.changesState(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        RequestKey key;
        try {
            key = key(request);
        } catch (Refusal unusable) {
            problems.answer(request, response, Problem.of(unusable));
            return;
        }
        if (key == null) {
            chain.doFilter(request, response);
        } else {
            once(key, new ReadRequest(request), response, chain);
        }
    }

    private static @Nullable RequestKey key(HttpServletRequest request) {
        var who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && who.getPrincipal() instanceof SignedIn me ? RequestKey.of(request, me.person()) : null;
    }

    private void once(RequestKey key, ReadRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Runnable leave;
        try {
            leave = oneAtATime.enter(key.id(), WAIT_MAX);
        } catch (TimeoutException e) {
            problems.answer(request, response, Problem.of(WebProblem.OUTCOME_UNKNOWN));
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            problems.answer(request, response, Problem.of(WebProblem.OUTCOME_UNKNOWN));
            return;
        }
        try {
            var known = answers.find(key.id(), clock.instant()).flatMap(kept -> open(kept, key));
            if (known.isEmpty()) {
                answerAndKeep(key, request, response, chain);
            } else if (known.get().isOf(request.fingerprint())) {
                tell(known.get(), response);
            } else {
                problems.answer(request, response, Problem.of(WebProblem.IDEMPOTENCY_KEY_REUSED));
            }
        } finally {
            leave.run();
        }
    }

    private void answerAndKeep(RequestKey key, ReadRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var captured = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, captured);
        var answer = answer(request, captured);
        if (isFinal(request, captured)) {
            var kept = answers.keep(
                    key.id(), new KeptAnswer(answer.status() < REFUSED, clock.instant(), answer.seal(key.secret())));
            var first = open(kept, key).orElse(answer);
            if (first.isOf(answer.fingerprint()) && first.status() != answer.status()) {
                // Another node was asked at the same moment.
                captured.reset();
                tell(first, captured);
            }
        }
        captured.copyBodyToResponse();
    }

    private static boolean isFinal(ReadRequest request, ContentCachingResponseWrapper response) {
        var problem = Problems.told(request);
        return response.getStatus() < FAILED
                && response.getContentSize() <= BODY_BYTES_MAX
                && !isForNoStore(response)
                && (problem == null || !TRY_AGAIN.contains(problem.code()));
    }

    /** What is to be stored nowhere is not stored here: such a request is asked again, and tells by itself a repeat. */
    private static boolean isForNoStore(ContentCachingResponseWrapper response) {
        var control = response.getHeader(HttpHeaders.CACHE_CONTROL);
        return control != null && control.contains("no-store");
    }

    private static FirstAnswer answer(ReadRequest request, ContentCachingResponseWrapper response) {
        var headers = new LinkedHashMap<String, String>();
        for (var name : HEADERS) {
            var value = name.equals("Content-Type") ? response.getContentType() : response.getHeader(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        return new FirstAnswer(request.fingerprint(), response.getStatus(), headers, response.getContentAsByteArray());
    }

    private static Optional<FirstAnswer> open(KeptAnswer kept, RequestKey key) {
        return FirstAnswer.open(kept.sealed(), key.secret());
    }

    private static void tell(FirstAnswer first, HttpServletResponse response) throws IOException {
        response.setStatus(first.status());
        first.headers().forEach(response::setHeader);
        response.setContentLength(first.body().length);
        response.getOutputStream().write(first.body());
    }
}
