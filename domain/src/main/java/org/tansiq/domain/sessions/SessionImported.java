package org.tansiq.domain.sessions;

import java.time.Instant;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Tags;

/**
 * As the session stands now, so a calendar of its body says it.
 *
 * @param sequence the calendar's own number of this state of it
 */
@Event(namespace = "sessions", name = "SessionImported", version = "1")
public record SessionImported(
        @EventTag(key = Tags.COALITION) CoalitionId coalition,
        @EventTag(key = Tags.SESSION) SessionId session,
        @EventTag(key = Tags.ORGANIZATION) OrganizationId by,
        int sequence,
        Instant at)
        implements SessionEvent {}
