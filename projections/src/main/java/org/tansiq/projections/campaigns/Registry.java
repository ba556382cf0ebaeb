package org.tansiq.projections.campaigns;

import java.util.List;
import java.util.Map;
import org.tansiq.domain.campaigns.CampaignEvent;
import org.tansiq.domain.campaigns.HashtagRegistered;
import org.tansiq.domain.campaigns.HashtagRetired;
import org.tansiq.domain.campaigns.HashtagRevived;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Text;
import org.tansiq.projections.campaigns.HashtagRow.State;
import org.tansiq.projections.shared.Projection;
import org.tansiq.projections.shared.Recorded;
import org.tansiq.projections.shared.Rows;
import org.tansiq.projections.shared.View;

/** The hashtags that a coalition uses, one to a language, and those that it once used. */
public final class Registry implements Projection {
    public static final View<HashtagRow> HASHTAGS = new View<>("hashtags", HashtagRow.class);

    private static final Text NONE = new Text(Map.of());

    @Override
    public String name() {
        return "registry";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<View<?>> views() {
        return List.of(HASHTAGS);
    }

    @Override
    public void apply(Recorded event, Rows rows) {
        if (event.fact() instanceof CampaignEvent fact) {
            rows.put(HASHTAGS, row(fact));
        }
    }

    private static HashtagRow row(CampaignEvent fact) {
        return switch (fact) {
            case HashtagRegistered registered -> row(registered, State.REGISTERED, registered.by(), NONE);
            case HashtagRevived revived -> row(revived, State.REGISTERED, revived.by(), NONE);
            case HashtagRetired retired -> row(retired, State.RETIRED, retired.by(), retired.reason());
        };
    }

    private static HashtagRow row(CampaignEvent fact, State state, OrganizationId by, Text reason) {
        var coalition = fact.coalition().value();
        return new HashtagRow(
                HashtagRow.id(coalition, fact.language(), fact.tag()),
                coalition,
                fact.language(),
                fact.tag(),
                state,
                fact.at(),
                by.value(),
                reason);
    }
}
