package org.tansiq.projections.members;

import static org.tansiq.projections.shared.Keys.key;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tansiq.projections.shared.Row;

/**
 * A person who audits a coalition, or is to.
 *
 * @param id {@code <coalition>/<person>}
 * @param until when the appointment is over; the row stays until somebody dismisses them
 * @param proposedBy an organisation
 * @param appointedBy the organisation that agreed
 * @param since when the state came about
 */
public record AuditorRow(
        String id,
        String coalition,
        String person,
        State state,
        Instant until,
        String proposedBy,
        @Nullable String appointedBy,
        Instant since)
        implements Row {
    public enum State {
        PROPOSED,
        APPOINTED
    }

    @Override
    public Set<String> keys() {
        return Set.of(key("coalition", coalition), key("person", person));
    }

    /** An appointment that is over counts no more, whether somebody ended it or not. */
    public boolean inForce(Instant now) {
        return state == State.APPOINTED && now.isBefore(until);
    }
}
