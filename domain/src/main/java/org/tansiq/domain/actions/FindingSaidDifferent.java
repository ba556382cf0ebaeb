package org.tansiq.domain.actions;

import java.time.Instant;
import java.util.Set;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Tags;
import org.tansiq.domain.shared.Text;

/**
 * An organiser of either action says that they have nothing to do with each other: they are never raised again.
 *
 * @param reason may be empty
 */
@Event(namespace = "actions", name = "FindingSaidDifferent", version = "1")
public record FindingSaidDifferent(
        @EventTag(key = Tags.COALITION) CoalitionId coalition,
        ActionId one,
        ActionId other,
        @EventTag(key = Tags.ORGANIZATION) OrganizationId by,
        Text reason,
        Instant at)
        implements FindingEvent {
    /** Whoever moves either reads this. */
    @EventTag(key = Tags.ACTION)
    Set<ActionId> actions() {
        return ActionIds.sorted(Set.of(one, other));
    }

    @EventTag(key = Tags.FINDING)
    String finding() {
        return id().toString();
    }
}
