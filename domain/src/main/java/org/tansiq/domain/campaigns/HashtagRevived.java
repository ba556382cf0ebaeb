package org.tansiq.domain.campaigns;

import java.time.Instant;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Tags;

/** A hashtag of an earlier phase is the coalition's in its language again. */
@Event(namespace = "campaigns", name = "HashtagRevived", version = "1")
public record HashtagRevived(
        @EventTag(key = Tags.COALITION) @EventTag(key = Tags.HASHTAGS)
        CoalitionId coalition,

        String language,
        String tag,
        @EventTag(key = Tags.ORGANIZATION) OrganizationId by,
        Instant at)
        implements CampaignEvent {}
