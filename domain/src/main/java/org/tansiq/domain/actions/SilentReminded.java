package org.tansiq.domain.actions;

import java.time.Instant;
import java.util.Set;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Tags;

/**
 * Those that were asked and had not answered are asked again.
 *
 * @param organizations who was silent then
 */
@Event(namespace = "actions", name = "SilentReminded", version = "1")
public record SilentReminded(
        @EventTag(key = Tags.COALITION) CoalitionId coalition,
        @EventTag(key = Tags.SYNCHRONIZED) SynchronizedId synchronizedAction,
        Set<OrganizationId> organizations,
        @EventTag(key = Tags.ORGANIZATION) OrganizationId by,
        Instant at)
        implements SynchronizedEvent {
    public SilentReminded {
        organizations = Organizations.sorted(organizations);
    }
}
