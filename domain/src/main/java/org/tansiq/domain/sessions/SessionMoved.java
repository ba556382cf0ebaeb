package org.tansiq.domain.sessions;

import java.time.Instant;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Tags;

/** A session sits as it is told here, and no longer as it was. */
@Event(namespace = "sessions", name = "SessionMoved", version = "1")
public record SessionMoved(
        @EventTag(key = Tags.COALITION) CoalitionId coalition,
        @EventTag(key = Tags.SESSION) SessionId session,
        @EventTag(key = Tags.ORGANIZATION) OrganizationId by,
        Sitting sitting,
        Instant at)
        implements SessionEvent {}
