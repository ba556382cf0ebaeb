package org.tansiq.domain.actions;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
 * @param goalCountries in how many countries
 * @param opens before this nobody answers
 * @param closes after this nobody answers
 * @param words what is to be said, read out and posted in every city
 * @param needs what a city must bring
 */
@Event(namespace = "actions", name = "SynchronizedCalled", version = "2")
public record SynchronizedCalled(
        @EventTag(key = Tags.COALITION) CoalitionId coalition,
        @EventTag(key = Tags.SYNCHRONIZED) SynchronizedId synchronizedAction,
        @EventTag(key = Tags.ORGANIZATION) OrganizationId by,
        Text title,
        ActionKind kind,
        Moment moment,
        Duration lasting,
        int goal,
        @Nullable Integer goalCountries,
        @Nullable Instant opens,
        @Nullable Instant closes,
        List<String> hashtags,
        Text words,
        Text needs,
        Instant at)
        implements SynchronizedEvent {
    public SynchronizedCalled {
        hashtags = List.copyOf(hashtags);
    }

    /** With a goal of cities alone, open at once, and nothing that a city must know or bring. */
    public SynchronizedCalled(
            CoalitionId coalition,
            SynchronizedId synchronizedAction,
            OrganizationId by,
            Text title,
            ActionKind kind,
            Moment moment,
            Duration lasting,
            int goal,
            @Nullable Instant closes,
            List<String> hashtags,
            Instant at) {
        this(
                coalition,
                synchronizedAction,
                by,
                title,
                kind,
                moment,
                lasting,
                goal,
                null,
                null,
                closes,
                hashtags,
                new Text(Map.of()),
                new Text(Map.of()),
                at);
    }
}
