package org.tansiq.domain.tasks;

import java.time.Instant;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Tags;
import org.tansiq.domain.shared.Visibility;

/** From now on these may see the task. */
@Event(namespace = "tasks", name = "TaskShown", version = "1")
public record TaskShown(
        @EventTag(key = Tags.COALITION) CoalitionId coalition,
        @EventTag(key = Tags.TASK) TaskId task,
        @EventTag(key = Tags.ORGANIZATION) OrganizationId by,
        Visibility visibility,
        Instant at)
        implements TaskEvent {}
