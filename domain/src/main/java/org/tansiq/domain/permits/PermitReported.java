package org.tansiq.domain.permits;

import java.time.Instant;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.tansiq.domain.actions.ActionId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Tags;
import org.tansiq.domain.shared.Text;

/** An action stands so with those who permit it, where and when it was to take place then. The last report counts. */
@Event(namespace = "permits", name = "PermitReported", version = "1")
public record PermitReported(
        @EventTag(key = Tags.COALITION) CoalitionId coalition,
        @EventTag(key = Tags.ACTION) ActionId action,
        @EventTag(key = Tags.ORGANIZATION) OrganizationId by,
        PermitState state,
        Text note,
        Instant at)
        implements PermitEvent {}
