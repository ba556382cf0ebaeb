package org.tansiq.gateway.shared;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Invalid;
import org.tansiq.gateway.problems.Problem;
import org.tansiq.gateway.problems.ProblemException;
import org.tansiq.gateway.problems.WebProblem;
import org.tansiq.infra.history.History;
import org.tansiq.infra.history.TooManyReplays;
import org.tansiq.infra.wiring.Replays;
import org.tansiq.projections.shared.Row;
import org.tansiq.projections.shared.View;

/** Which moment of the past a request asks for, and what was there then. Who may see it is for the caller to ask, as of now. */
@Component
public class AsItWas {
    private static final String AT = "at";
    private static final String POSITION = "position";
    private static final String EXAMPLE = "2018-02-24T12:00Z";
    private static final String RETRY_SECONDS = "2";

    private final Replays replays;
    private final History history;

    AsItWas(Replays replays, History history) {
        this.replays = replays;
        this.history = history;
    }

    /**
     * The position that is asked for.
     *
     * @param at an instant with its offset; see {@link Replays#position}
     * @param position of the last event that counts; -1 is before the first
     * @return nothing when the present is asked for
     * @throws ProblemException {@code bad-moment}, {@code two-moments} or {@code position-ahead}, all 400; {@code
     *     too-many-replays}, 503
     */
    public OptionalLong position(CoalitionId coalition, @Nullable String at, @Nullable String position) {
        if (at != null && position != null) {
            throw new ProblemException(Problem.of(WebProblem.TWO_MOMENTS).field(AT));
        }
        if (at != null) {
            return OptionalLong.of(at(coalition, at));
        }
        return position == null ? OptionalLong.empty() : OptionalLong.of(position(position));
    }

    /**
     * The moment that a page is asked for.
     *
     * @return nothing when the present is asked for
     * @throws ProblemException as {@link #position}
     */
    Optional<Then> then(CoalitionId coalition, Past past) {
        var position = position(coalition, past.at(), past.position());
        if (position.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(history.latest(coalition, position.getAsLong() + 1, 1).stream()
                .findFirst()
                .map(last -> new Then(last.position(), past.at() == null ? last.at() : Fields.instant(AT, past.at())))
                .orElse(new Then(-1, null)));
    }

    /** One row as it was. */
    <R extends Row> Optional<R> row(View<R> view, CoalitionId coalition, String id, long position) {
        return replaying(() -> replays.get(view, coalition, id, position));
    }

    /** All rows as they were. */
    public <R extends Row> List<R> rows(View<R> view, CoalitionId coalition, long position) {
        return replaying(() -> replays.find(view, coalition, position));
    }

    private long at(CoalitionId coalition, String at) {
        try {
            var instant = Fields.instant(AT, at);
            return replaying(() -> replays.position(coalition, instant));
        } catch (Invalid unreadable) {
            throw bad(AT);
        }
    }

    private long position(String written) {
        long position;
        try {
            position = Fields.position(POSITION, Long.parseLong(written.strip()));
        } catch (NumberFormatException | Invalid unreadable) {
            throw bad(POSITION);
        }
        var last = replays.last();
        if (position > last) {
            throw new ProblemException(
                    Problem.of(WebProblem.POSITION_AHEAD).field(POSITION).detail("last", last));
        }
        return position;
    }

    private static ProblemException bad(String field) {
        return new ProblemException(
                Problem.of(WebProblem.BAD_MOMENT).field(field).detail("example", EXAMPLE));
    }

    private static <T> T replaying(Supplier<T> replay) {
        try {
            return replay.get();
        } catch (TooManyReplays busy) {
            throw new ProblemException(
                    Problem.of(WebProblem.TOO_MANY_REPLAYS).header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS));
        }
    }
}
