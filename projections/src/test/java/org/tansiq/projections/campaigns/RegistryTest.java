package org.tansiq.projections.campaigns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tansiq.projections.campaigns.Registry.HASHTAGS;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.campaigns.CampaignEvent;
import org.tansiq.domain.campaigns.HashtagRegistered;
import org.tansiq.domain.campaigns.HashtagRetired;
import org.tansiq.domain.campaigns.HashtagRevived;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Text;
import org.tansiq.projections.campaigns.HashtagRow.State;
import org.tansiq.projections.shared.Twice;

class RegistryTest {
    private static final CoalitionId GHOUTA = new CoalitionId("ghouta");
    private static final OrganizationId BERLIN = new OrganizationId("berlin");
    private static final Instant FEBRUARY = Instant.parse("2018-02-19T10:00:00Z");
    private static final Instant APRIL = Instant.parse("2018-04-14T10:00:00Z");
    private static final Instant MAY = Instant.parse("2018-05-01T10:00:00Z");
    private static final Text OVER = Text.of("en", "The siege is over");
    private static final CampaignEvent REGISTERED =
            new HashtagRegistered(GHOUTA, "en", "#SaveGhouta", BERLIN, FEBRUARY);
    private static final CampaignEvent RETIRED = new HashtagRetired(GHOUTA, "en", "#SaveGhouta", OVER, BERLIN, APRIL);

    private static HashtagRow row(CampaignEvent... events) {
        return Twice.fold(new Registry(), List.of(events))
                .get(HASHTAGS, "ghouta/en:SaveGhouta")
                .orElseThrow();
    }

    @Test
    void a_registered_hashtag_is_in_use() {
        var row = row(REGISTERED);

        assertThat(row.tag()).isEqualTo("#SaveGhouta");
        assertThat(row.name()).isEqualTo("en:SaveGhouta");
        assertThat(row.state()).isEqualTo(State.REGISTERED);
        assertThat(row.since()).isEqualTo(FEBRUARY);
        assertThat(row.by()).isEqualTo("berlin");
        assertThat(row.keys()).containsExactly("coalition:ghouta");
    }

    @Test
    void a_retired_one_stays_with_the_reason() {
        var row = row(REGISTERED, RETIRED);

        assertThat(row.state()).isEqualTo(State.RETIRED);
        assertThat(row.since()).isEqualTo(APRIL);
        assertThat(row.reason()).isEqualTo(OVER);
    }

    @Test
    void a_revived_one_is_in_use_again_and_the_reason_is_gone() {
        var row = row(REGISTERED, RETIRED, new HashtagRevived(GHOUTA, "en", "#SaveGhouta", BERLIN, MAY));

        assertThat(row.state()).isEqualTo(State.REGISTERED);
        assertThat(row.since()).isEqualTo(MAY);
        assertThat(row.reason()).isEqualTo(new Text(Map.of()));
    }
}
