package org.tansiq.gateway.problems;

import java.util.Locale;

/** What can go wrong before a decision is asked, with the status that tells it. */
public enum WebProblem {
    BAD_REQUEST(400),
    BAD_JSON(400),
    JSON_TOO_DEEP(400),
    DUPLICATE_FIELD(400),
    MISSING_BODY(400),
    BAD_MOMENT(400),
    TWO_MOMENTS(400),
    POSITION_AHEAD(400),
    UNAUTHENTICATED(401),
    BAD_TOKEN(401),
    BAD_TICKET(401),
    BAD_PASSKEY(401),
    FORBIDDEN(403),
    CSRF(403),
    FOREIGN_ORIGIN(403),
    READ_ONLY_ROLE(403),
    READ_ONLY_TOKEN(403),
    ONE_COALITION_TOKEN(403),
    SESSION_NEEDED(403),
    COORDINATOR_ONLY(403),
    OPERATOR_ONLY(403),
    OPERATOR_RUNS(403),
    NO_SUCH_PATH(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    CONTENDED(409),
    STILL_FAILING(409),
    REBUILD_NEEDED(409),
    BODY_TOO_LARGE(413),
    UNSUPPORTED_TYPE(415),
    BAD_BODY(422),
    TOO_MUCH_AT_ONCE(422),
    IDEMPOTENCY_KEY_REUSED(422),
    UNKNOWN_FIELD(422),
    MISSING_FIELD(422),
    BAD_VALUE(422),
    BAD_TIME(422),
    BAD_ZONE(422),
    TOO_MANY_REQUESTS(429),
    INTERNAL(500),
    NOT_SET_UP(503),
    TOO_MANY_REPLAYS(503),
    OVERLOADED(503),
    NO_ANSWER(503),
    SOMETHING_PLANNED(409),
    REBUILDING(503),
    OUTCOME_UNKNOWN(503),
    STORE_UNAVAILABLE(503);

    private final int status;

    WebProblem(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
