package org.tansiq.projections.actions.matching;

import java.time.Instant;
import java.util.Set;
import org.tansiq.domain.actions.ActionKind;
import org.tansiq.domain.actions.Venue;
import org.tansiq.domain.shared.Text;

/**
 * An action that may be the same as another.
 *
 * @param id its own; nothing is found between a candidate and itself
 * @param until after {@code from}
 * @param organizers names, or ids that are compared as names
 */
public record Candidate(
        String id,
        Text title,
        ActionKind kind,
        Town town,
        Venue venue,
        Instant from,
        Instant until,
        Set<String> organizers) {
    public Candidate {
        organizers = Set.copyOf(organizers);
    }
}
