package org.tansiq.gateway.problems;

import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.tansiq.gateway.rights.Behind;
import org.tansiq.infra.log.LimitExceeded;
import org.tansiq.infra.log.LogFailure;
import org.tansiq.infra.log.LogStopped;
import org.tansiq.infra.log.LostTooManyRaces;
import org.tansiq.infra.log.OutcomeUnknown;
import org.tansiq.infra.log.Overloaded;
import org.tansiq.infra.rows.Rebuilding;
import org.tansiq.infra.rows.RowStoreFailure;

/** What the log or the rows say when they cannot do what was asked, as what the asker can do about it. */
final class StoreProblems {
    private static final Logger LOG = LoggerFactory.getLogger(StoreProblems.class);
    private static final String SOON = "1";
    private static final String LATER = "10";

    private StoreProblems() {}

    /** The problem, if it is one of these, however deep it lies among the causes. */
    static @Nullable Problem explain(Throwable failure) {
        if (Explaining.cause(failure, LostTooManyRaces.class) != null) {
            return Problem.of(WebProblem.CONTENDED);
        }
        if (Explaining.cause(failure, Overloaded.class) != null) {
            return Explaining.overloaded();
        }
        var tooMuch = Explaining.cause(failure, LimitExceeded.class);
        if (tooMuch != null) {
            return Problem.of(WebProblem.TOO_MUCH_AT_ONCE)
                    .detail("what", tooMuch.what())
                    .detail("max", tooMuch.max())
                    .detail("actual", tooMuch.actual());
        }
        if (Explaining.cause(failure, OutcomeUnknown.class) != null
                || Explaining.cause(failure, LogStopped.class) != null
                || Explaining.cause(failure, TimeoutException.class) != null) {
            LOG.warn("A command's outcome is unknown.", failure);
            return Problem.of(WebProblem.OUTCOME_UNKNOWN).header(HttpHeaders.RETRY_AFTER, LATER);
        }
        if (Explaining.cause(failure, Rebuilding.class) != null || Explaining.cause(failure, Behind.class) != null) {
            return Problem.of(WebProblem.REBUILDING).header(HttpHeaders.RETRY_AFTER, SOON);
        }
        if (Explaining.cause(failure, LogFailure.class) != null
                || Explaining.cause(failure, RowStoreFailure.class) != null) {
            LOG.warn("What is stored is out of reach.", failure);
            return Problem.of(WebProblem.STORE_UNAVAILABLE).header(HttpHeaders.RETRY_AFTER, SOON);
        }
        return null;
    }
}
