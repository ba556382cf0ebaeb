package org.tansiq.domain.resources;

import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.actions.Place;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Tags;
import org.tansiq.domain.shared.Text;
import org.tansiq.domain.shared.Visibility;

/**
 * Members of the coalition may book this from its owner.
 *
 * @param by the owner
 * @param quantity how much of it there is, at every instant
 * @param languages BCP 47 tags in lower case; empty unless it is people
 * @param availableFrom missing: as early as one likes
 * @param availableUntil missing: as late as one likes
 */
@Event(namespace = "resources", name = "ResourceOffered", version = "2")
public record ResourceOffered(
        @EventTag(key = Tags.COALITION) CoalitionId coalition,
        @EventTag(key = Tags.RESOURCE) ResourceId resource,
        @EventTag(key = Tags.ORGANIZATION) OrganizationId by,
        ResourceKind kind,
        Text title,
        Text details,
        int quantity,
        Set<String> languages,
        @Nullable Place where,
        @Nullable Instant availableFrom,
        @Nullable Instant availableUntil,
        Visibility visibility,
        Instant at)
        implements ResourceEvent {
    public ResourceOffered {
        languages = Collections.unmodifiableSet(new TreeSet<>(languages));
    }

    /** For all of the coalition, as most are. */
    public ResourceOffered(
            CoalitionId coalition,
            ResourceId resource,
            OrganizationId by,
            ResourceKind kind,
            Text title,
            Text details,
            int quantity,
            Set<String> languages,
            @Nullable Place where,
            @Nullable Instant availableFrom,
            @Nullable Instant availableUntil,
            Instant at) {
        this(
                coalition,
                resource,
                by,
                kind,
                title,
                details,
                quantity,
                languages,
                where,
                availableFrom,
                availableUntil,
                Visibility.COALITION,
                at);
    }
}
