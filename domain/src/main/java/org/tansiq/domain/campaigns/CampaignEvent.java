package org.tansiq.domain.campaigns;

import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Fact;

/** Everything that can happen to what a campaign says of itself. */
public sealed interface CampaignEvent extends Fact permits HashtagRegistered, HashtagRetired, HashtagRevived {
    CoalitionId coalition();

    /** In lower case, BCP 47. */
    String language();

    /** With its {@code #}. */
    String tag();
}
