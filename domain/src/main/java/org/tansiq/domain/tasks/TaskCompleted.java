package org.tansiq.domain.tasks;

import java.time.Instant;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Tags;

/** The holder has done what was needed. */
@Event(namespace = "tasks", name = "TaskCompleted", version = "1")
public record TaskCompleted(
        @EventTag(key = Tags.COALITION) CoalitionId coalition,
        @EventTag(key = Tags.TASK) TaskId task,
        @EventTag(key = Tags.ORGANIZATION) OrganizationId by,
        Instant at)
        implements TaskEvent {}
