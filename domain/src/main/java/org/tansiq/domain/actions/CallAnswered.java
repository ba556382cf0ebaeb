package org.tansiq.domain.actions;

import java.time.Instant;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Tags;
import org.tansiq.domain.shared.Text;

/** A member has said what it will do about a call. Its last answer counts, and a city counts more. */
@Event(namespace = "actions", name = "CallAnswered", version = "1")
public record CallAnswered(
        @EventTag(key = Tags.COALITION) CoalitionId coalition,
        @EventTag(key = Tags.SYNCHRONIZED) SynchronizedId synchronizedAction,
        @EventTag(key = Tags.ORGANIZATION) OrganizationId by,
        CallResponse response,
        Text message,
        Instant at)
        implements SynchronizedEvent {}
