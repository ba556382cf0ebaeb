package org.tansiq.domain.sessions;

import java.time.Instant;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Tags;
import org.tansiq.domain.shared.Text;

/** A session will not sit. */
@Event(namespace = "sessions", name = "SessionCancelled", version = "1")
public record SessionCancelled(
        @EventTag(key = Tags.COALITION) CoalitionId coalition,
        @EventTag(key = Tags.SESSION) SessionId session,
        @EventTag(key = Tags.ORGANIZATION) OrganizationId by,
        Text message,
        Instant at)
        implements SessionEvent {}
