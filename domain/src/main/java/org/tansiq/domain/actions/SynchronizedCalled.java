package org.tansiq.domain.actions;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Tags;
import org.tansiq.domain.shared.Text;

/**
 * Members are called to act at one moment in many cities.
 *
 * @param goal how many cities are hoped for
 * @param closes after this no city is committed
 */
@Event(namespace = "actions", name = "SynchronizedCalled", version = "1")
public record SynchronizedCalled(
        @EventTag(key = Tags.COALITION) CoalitionId coalition,
        @EventTag(key = Tags.SYNCHRONIZED) SynchronizedId synchronizedAction,
        @EventTag(key = Tags.ORGANIZATION) OrganizationId by,
        Text title,
        ActionKind kind,
        Moment moment,
        Duration lasting,
        int goal,
        @Nullable Instant closes,
        List<String> hashtags,
        Instant at)
        implements SynchronizedEvent {
    public SynchronizedCalled {
        hashtags = List.copyOf(hashtags);
    }
}
