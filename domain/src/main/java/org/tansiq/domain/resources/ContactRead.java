package org.tansiq.domain.resources;

import java.time.Instant;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Tags;

/**
 * Somebody of {@code by} was told who a contact is. Who it is stands nowhere in the log.
 *
 * @param owner of the contact, who alone is told of this
 * @param booking by which it was lent to them
 */
@Event(namespace = "resources", name = "ContactRead", version = "1")
public record ContactRead(
        @EventTag(key = Tags.COALITION) CoalitionId coalition,
        @EventTag(key = Tags.RESOURCE) ResourceId resource,
        OrganizationId owner,
        BookingId booking,
        @EventTag(key = Tags.ORGANIZATION) OrganizationId by,
        Instant at)
        implements ResourceEvent {}
