package org.tansiq.domain.members;

import java.time.Instant;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.PersonId;
import org.tansiq.domain.shared.Tags;

/**
 * An auditor has read something. It stands in the log before they are answered. No decision depends on it, so it bears
 * nobody's tag but the coalition's.
 *
 * @param what the path that was asked for, and which part of the log
 */
@Event(namespace = "members", name = "CoalitionRead", version = "1")
public record CoalitionRead(
        @EventTag(key = Tags.COALITION) CoalitionId coalition, PersonId auditor, String what, Instant at)
        implements MemberEvent {}
