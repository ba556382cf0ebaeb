package org.tansiq.domain.resources;

import java.time.Instant;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Tags;

/** The owner lends it no more. Bookings that were not over were cancelled before this, one by one. */
@Event(namespace = "resources", name = "ResourceWithdrawn", version = "1")
public record ResourceWithdrawn(
        @EventTag(key = Tags.COALITION) CoalitionId coalition,
        @EventTag(key = Tags.RESOURCE) ResourceId resource,
        @EventTag(key = Tags.ORGANIZATION) OrganizationId by,
        Instant at)
        implements ResourceEvent {}
