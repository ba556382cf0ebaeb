package org.tansiq.gateway.campaigns;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tansiq.projections.campaigns.HashtagProposal;

/**
 * What a command answers that was given hashtags.
 *
 * @param id the thing that it made or changed
 * @param position of the log after it
 * @param hashtags for those that are variants of the coalition's own, what is proposed instead; what was given stays
 */
public record ProposingAnswer(@Nullable String id, long position, List<HashtagProposal> hashtags) {
    public ProposingAnswer {
        hashtags = List.copyOf(hashtags);
    }
}
