package org.tansiq.domain.campaigns;

import java.time.Instant;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Tags;

/** This is the coalition's hashtag in this language from here on. */
@Event(namespace = "campaigns", name = "HashtagRegistered", version = "1")
public record HashtagRegistered(
        @EventTag(key = Tags.COALITION) @EventTag(key = Tags.HASHTAGS)
        CoalitionId coalition,

        String language,
        String tag,
        @EventTag(key = Tags.ORGANIZATION) OrganizationId by,
        Instant at)
        implements CampaignEvent {}
