package org.tansiq.domain.sessions;

import java.time.Instant;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.tansiq.domain.actions.ActionId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Tags;

/** An action is meant for a session, and for no other any more. */
@Event(namespace = "sessions", name = "ActionTimedToSession", version = "1")
public record ActionTimedToSession(
        @EventTag(key = Tags.COALITION) CoalitionId coalition,
        @EventTag(key = Tags.SESSION) SessionId session,
        @EventTag(key = Tags.ORGANIZATION) OrganizationId by,
        @EventTag(key = Tags.ACTION) ActionId action,
        Instant at)
        implements SessionEvent {}
