package org.tansiq.domain.resources;

import java.time.Instant;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Tags;

/** So much of the resource is {@code by}'s from {@code from} until just before {@code until}. */
@Event(namespace = "resources", name = "ResourceBooked", version = "1")
public record ResourceBooked(
        @EventTag(key = Tags.COALITION) CoalitionId coalition,
        @EventTag(key = Tags.RESOURCE) ResourceId resource,
        BookingId booking,
        @EventTag(key = Tags.ORGANIZATION) OrganizationId by,
        int quantity,
        Instant from,
        Instant until,
        Purpose purpose,
        Instant at)
        implements ResourceEvent {}
