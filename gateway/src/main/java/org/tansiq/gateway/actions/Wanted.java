package org.tansiq.gateway.actions;

import java.time.Instant;
import org.tansiq.domain.actions.Slot;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.projections.actions.ActionRow;
import org.tansiq.projections.actions.matching.Candidate;

/**
 * An action that somebody would schedule, or would move there.
 *
 * @param candidate the same, as the matcher reads it
 */
record Wanted(CoalitionId coalition, Slot slot, Candidate candidate) {
    /** Whether the command would be refused for it, unless it is acknowledged. */
    boolean collidesWith(ActionRow other) {
        return other.coalition().equals(coalition.value())
                && other.place().city().equals(slot.place().city())
                && other.from().isBefore(slot.until())
                && slot.from().isBefore(other.until());
    }

    static Candidate at(Instant from, Instant until, Candidate candidate) {
        return new Candidate(
                candidate.id(),
                candidate.title(),
                candidate.kind(),
                candidate.town(),
                candidate.venue(),
                from,
                until,
                candidate.organizers());
    }
}
