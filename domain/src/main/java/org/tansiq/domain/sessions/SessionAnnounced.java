package org.tansiq.domain.sessions;

import java.time.Instant;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Tags;

/** A session of an international body is known. */
@Event(namespace = "sessions", name = "SessionAnnounced", version = "1")
public record SessionAnnounced(
        @EventTag(key = Tags.COALITION) CoalitionId coalition,
        @EventTag(key = Tags.SESSION) SessionId session,
        @EventTag(key = Tags.ORGANIZATION) OrganizationId by,
        Sitting sitting,
        int leadDays,
        Instant at)
        implements SessionEvent {}
