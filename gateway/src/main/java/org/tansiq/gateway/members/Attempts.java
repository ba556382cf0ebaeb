package org.tansiq.gateway.members;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.tansiq.domain.shared.PersonId;
import org.tansiq.gateway.problems.Problem;
import org.tansiq.gateway.problems.ProblemException;
import org.tansiq.gateway.problems.WebProblem;

/** How often a person's code was tried on this node: five times a minute, right or wrong. */
@Component
class Attempts {
    static final int MAX = 5;
    static final Duration WITHIN = Duration.ofMinutes(1);

    private final Clock clock;
    private final Map<PersonId, Deque<Instant>> tried = new HashMap<>();

    Attempts(Clock clock) {
        this.clock = clock;
    }

    /** @throws ProblemException {@code too-many-requests} with the seconds to wait */
    synchronized void count(PersonId person) {
        var now = clock.instant();
        tried.values().forEach(times -> {
            while (!times.isEmpty() && !now.isBefore(times.getFirst().plus(WITHIN))) {
                times.removeFirst();
            }
        });
        tried.values().removeIf(Deque::isEmpty);
        var times = tried.computeIfAbsent(person, any -> new ArrayDeque<>());
        if (times.size() >= MAX) {
            var wait = Duration.between(now, times.getFirst().plus(WITHIN));
            throw new ProblemException(Problem.of(WebProblem.TOO_MANY_REQUESTS)
                    .header(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds() + 1)));
        }
        times.addLast(now);
    }

    /** A right code: what was tried before it counts no more. */
    synchronized void forget(PersonId person) {
        tried.remove(person);
    }
}
