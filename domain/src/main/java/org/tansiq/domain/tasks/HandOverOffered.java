package org.tansiq.domain.tasks;

import java.time.Instant;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Tags;

/** The holder would give this task to another member; it holds it until that member accepts. */
@Event(namespace = "tasks", name = "HandOverOffered", version = "1")
public record HandOverOffered(
        @EventTag(key = Tags.COALITION) CoalitionId coalition,
        @EventTag(key = Tags.TASK) TaskId task,
        @EventTag(key = Tags.ORGANIZATION) OrganizationId by,
        @EventTag(key = Tags.ORGANIZATION) OrganizationId to,
        Instant at)
        implements TaskEvent {}
