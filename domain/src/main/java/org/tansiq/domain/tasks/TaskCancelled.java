package org.tansiq.domain.tasks;

import java.time.Instant;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Tags;
import org.tansiq.domain.shared.Text;

/** What was needed is needed no longer. */
@Event(namespace = "tasks", name = "TaskCancelled", version = "1")
public record TaskCancelled(
        @EventTag(key = Tags.COALITION) CoalitionId coalition,
        @EventTag(key = Tags.TASK) TaskId task,
        @EventTag(key = Tags.ORGANIZATION) OrganizationId by,
        Text reason,
        Instant at)
        implements TaskEvent {}
