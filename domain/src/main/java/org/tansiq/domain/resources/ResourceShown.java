package org.tansiq.domain.resources;

import java.time.Instant;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Tags;
import org.tansiq.domain.shared.Visibility;

/** From now on these may see the resource. */
@Event(namespace = "resources", name = "ResourceShown", version = "1")
public record ResourceShown(
        @EventTag(key = Tags.COALITION) CoalitionId coalition,
        @EventTag(key = Tags.RESOURCE) ResourceId resource,
        @EventTag(key = Tags.ORGANIZATION) OrganizationId by,
        Visibility visibility,
        Instant at)
        implements ResourceEvent {}
