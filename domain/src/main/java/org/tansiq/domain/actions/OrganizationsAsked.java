package org.tansiq.domain.actions;

import java.time.Instant;
import java.util.Set;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Tags;

/**
 * Members are asked to answer a call.
 *
 * @param organizations those that had not been asked before
 */
@Event(namespace = "actions", name = "OrganizationsAsked", version = "1")
public record OrganizationsAsked(
        @EventTag(key = Tags.COALITION) CoalitionId coalition,
        @EventTag(key = Tags.SYNCHRONIZED) SynchronizedId synchronizedAction,
        Set<OrganizationId> organizations,
        @EventTag(key = Tags.ORGANIZATION) OrganizationId by,
        Instant at)
        implements SynchronizedEvent {
    public OrganizationsAsked {
        organizations = Organizations.sorted(organizations);
    }
}
