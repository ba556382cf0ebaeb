package org.tansiq.projections.actions;

import static org.tansiq.projections.shared.Keys.key;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.actions.CallResponse;
import org.tansiq.domain.shared.Text;
import org.tansiq.projections.shared.Row;

/**
 * What one organisation makes of one call. Organisations that were not asked have a row from their first answer or city.
 *
 * @param id {@code <call>+<organization>}
 * @param state what counts now: cities before what was said
 * @param asked when; null if it was not
 * @param reminded when last
 * @param response the last, whatever counts now
 * @param message that came with it
 * @param cities that it has committed
 */
public record AnswerRow(
        String id,
        String coalition,
        String call,
        String organization,
        State state,
        @Nullable Instant asked,
        @Nullable Instant reminded,
        @Nullable CallResponse response,
        @Nullable Text message,
        Tally cities)
        implements Row {
    /** Those first who are looked for first. */
    public enum State {
        SILENT,
        LATER,
        CANNOT,
        CITIES,
        /** Nobody asked it, and what it had committed it has given back. */
        UNASKED
    }

    public static String id(String call, String organization) {
        return call + "+" + organization;
    }

    static AnswerRow none(String coalition, String call, String organization) {
        return new AnswerRow(
                id(call, organization),
                coalition,
                call,
                organization,
                State.UNASKED,
                null,
                null,
                null,
                null,
                Tally.NONE);
    }

    @Override
    public Set<String> keys() {
        return Set.of(key("coalition", coalition), key("call", call), key("organization", organization));
    }

    AnswerRow asked(Instant at) {
        return of(at, reminded, response, message, cities);
    }

    AnswerRow reminded(Instant at) {
        return of(asked, at, response, message, cities);
    }

    AnswerRow answered(CallResponse answer, Text words) {
        return of(asked, reminded, answer, words, cities);
    }

    AnswerRow with(Tally committed) {
        return of(asked, reminded, response, message, committed);
    }

    private AnswerRow of(
            @Nullable Instant asked,
            @Nullable Instant reminded,
            @Nullable CallResponse response,
            @Nullable Text message,
            Tally cities) {
        return new AnswerRow(
                id,
                coalition,
                call,
                organization,
                state(asked, response, cities),
                asked,
                reminded,
                response,
                message,
                cities);
    }

    private static State state(@Nullable Instant asked, @Nullable CallResponse response, Tally cities) {
        if (cities.cities() > 0) {
            return State.CITIES;
        }
        if (response != null) {
            return switch (response) {
                case TAKES_PART_LATER -> State.LATER;
                case CANNOT -> State.CANNOT;
            };
        }
        return asked == null ? State.UNASKED : State.SILENT;
    }
}
