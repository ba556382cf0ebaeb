package org.tansiq.gateway.limits;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.tansiq.domain.shared.PersonId;
import org.tansiq.gateway.problems.Problem;
import org.tansiq.gateway.problems.ProblemException;
import org.tansiq.gateway.problems.Problems;
import org.tansiq.gateway.problems.WebProblem;
import org.tansiq.infra.members.Account;

/** What is asked for too often is refused, with the time to wait. */
@Component
public class Limited {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int LOGIN_LENGTH_MAX = 200;

    private final RateLimit signIns;
    private final RateLimit commands;
    private final RateLimit imports;
    private final RateLimit publicReading;
    private final RateLimit feeds;
    private final Problems problems;

    Limited(LimitSettings settings, Clock clock, Problems problems) {
        signIns = new RateLimit(settings.signIns(), MINUTE, clock);
        commands = new RateLimit(settings.commands(), MINUTE, clock);
        imports = new RateLimit(settings.imports(), MINUTE, clock);
        publicReading = new RateLimit(settings.publicReading(), MINUTE, clock);
        feeds = new RateLimit(settings.feeds(), MINUTE, clock);
        this.problems = problems;
    }

    Duration signIn(String login) {
        return signIns.take(Account.key(login.length() > LOGIN_LENGTH_MAX ? "" : login));
    }

    Duration command(PersonId person) {
        return commands.take(person.value());
    }

    Duration importing(PersonId person) {
        return imports.take(person.value());
    }

    /**
     * A reading that is written down counts as what somebody changes.
     *
     * @throws ProblemException {@code too-many-requests}, 429
     */
    public void recordedReading(PersonId person) {
        refuse(command(person));
    }

    /**
     * A calendar that is read by its secret address.
     *
     * @throws ProblemException {@code too-many-requests}, 429
     */
    public void feed(String id) {
        refuse(feeds.take(id));
    }

    /**
     * An address of a calendar that there is not, from somebody who is not signed in.
     *
     * @throws ProblemException {@code too-many-requests}, 429
     */
    public void unknownFeed(String address) {
        refuse(publicReading(address));
    }

    Duration publicReading(String address) {
        return publicReading.take(address);
    }

    private static void refuse(Duration wait) {
        if (wait.isPositive()) {
            throw new ProblemException(tooMany(wait));
        }
    }

    void refuse(HttpServletRequest request, HttpServletResponse response, Duration wait) throws IOException {
        problems.answer(request, response, tooMany(wait));
    }

    private static Problem tooMany(Duration wait) {
        var seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        return Problem.of(WebProblem.TOO_MANY_REQUESTS).header(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    }
}
