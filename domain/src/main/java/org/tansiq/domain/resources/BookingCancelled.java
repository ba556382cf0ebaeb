package org.tansiq.domain.resources;

import java.time.Instant;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Tags;

/**
 * The booking counts no more, as if it had never been made.
 *
 * @param by whoever said so: the booker, or the owner of the resource
 */
@Event(namespace = "resources", name = "BookingCancelled", version = "1")
public record BookingCancelled(
        @EventTag(key = Tags.COALITION) CoalitionId coalition,
        @EventTag(key = Tags.RESOURCE) ResourceId resource,
        BookingId booking,
        @EventTag(key = Tags.ORGANIZATION) OrganizationId by,
        Instant at)
        implements ResourceEvent {}
