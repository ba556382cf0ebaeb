package org.tansiq.domain.tasks;

import java.time.Instant;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.actions.ActionId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Tags;
import org.tansiq.domain.shared.Text;
import org.tansiq.domain.shared.Visibility;

/** There is something to do, and nobody does it yet. */
@Event(namespace = "tasks", name = "TaskOpened", version = "2")
public record TaskOpened(
        @EventTag(key = Tags.COALITION) CoalitionId coalition,
        @EventTag(key = Tags.TASK) TaskId task,
        @EventTag(key = Tags.ORGANIZATION) OrganizationId by,
        Text title,
        Text needed,
        @Nullable Instant due,
        @Nullable ActionId action,
        Visibility visibility,
        Instant at)
        implements TaskEvent {
    /** For all of the coalition, as most are. */
    public TaskOpened(
            CoalitionId coalition,
            TaskId task,
            OrganizationId by,
            Text title,
            Text needed,
            @Nullable Instant due,
            @Nullable ActionId action,
            Instant at) {
        this(coalition, task, by, title, needed, due, action, Visibility.COALITION, at);
    }
}
