package org.tansiq.domain.resources;

import java.time.Instant;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Tags;

/**
 * What was booked is back, and free from {@code at} on.
 *
 * @param by whoever said so: the booker, or the owner of the resource
 */
@Event(namespace = "resources", name = "ResourceReturned", version = "1")
public record ResourceReturned(
        @EventTag(key = Tags.COALITION) CoalitionId coalition,
        @EventTag(key = Tags.RESOURCE) ResourceId resource,
        BookingId booking,
        @EventTag(key = Tags.ORGANIZATION) OrganizationId by,
        Instant at)
        implements ResourceEvent {}
