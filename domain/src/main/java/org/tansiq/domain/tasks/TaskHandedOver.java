package org.tansiq.domain.tasks;

import java.time.Instant;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Tags;

/** The task has another holder, without having been open in between. */
@Event(namespace = "tasks", name = "TaskHandedOver", version = "1")
public record TaskHandedOver(
        @EventTag(key = Tags.COALITION) CoalitionId coalition,
        @EventTag(key = Tags.TASK) TaskId task,
        @EventTag(key = Tags.ORGANIZATION) OrganizationId from,
        @EventTag(key = Tags.ORGANIZATION) OrganizationId to,
        Instant at)
        implements TaskEvent {}
