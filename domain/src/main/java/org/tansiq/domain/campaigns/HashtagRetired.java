package org.tansiq.domain.campaigns;

import java.time.Instant;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Tags;
import org.tansiq.domain.shared.Text;

/** The coalition uses this hashtag no more in this language; {@code reason} may be empty. */
@Event(namespace = "campaigns", name = "HashtagRetired", version = "1")
public record HashtagRetired(
        @EventTag(key = Tags.COALITION) @EventTag(key = Tags.HASHTAGS)
        CoalitionId coalition,

        String language,
        String tag,
        Text reason,
        @EventTag(key = Tags.ORGANIZATION) OrganizationId by,
        Instant at)
        implements CampaignEvent {}
