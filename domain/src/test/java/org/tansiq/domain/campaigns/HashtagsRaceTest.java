package org.tansiq.domain.campaigns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tansiq.domain.Scene.BERLIN;
import static org.tansiq.domain.Scene.GHOUTA;
import static org.tansiq.domain.Scene.NAME;
import static org.tansiq.domain.Scene.NOW;
import static org.tansiq.domain.Scene.PURPOSE;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.Race;
import org.tansiq.domain.members.FoundCoalition;
import org.tansiq.domain.members.RegisterOrganization;
import org.tansiq.domain.shared.Text;

/** Two who register at once do not see each other; the coalition would have two hashtags in one language. */
class HashtagsRaceTest {
    @Test
    void of_two_hashtags_registered_at_once_in_one_language_one_is_in_use() throws InterruptedException {
        try (var race = new Race()) {
            race.given(
                    new RegisterOrganization(BERLIN, Text.of("en", "Berlin"), NOW),
                    new FoundCoalition(GHOUTA, NAME, PURPOSE, BERLIN, NOW));
            var one = new RegisterHashtag(GHOUTA, "en", "#SaveGhouta", BERLIN, NOW);
            var other = new RegisterHashtag(GHOUTA, "en", "#save_ghouta", BERLIN, NOW);

            var outcomes = race.run(List.of(one, other));

            assertThat(outcomes).filteredOn(Optional::isEmpty).hasSize(1);
            assertThat(race.facts()).filteredOn(CampaignEvent.class::isInstance).hasSize(1);
            race.given(outcomes.get(0).isPresent() ? one : other);
            assertThat(race.facts().stream()
                            .filter(CampaignEvent.class::isInstance)
                            .map(Object::getClass))
                    .isEqualTo(List.of(HashtagRegistered.class, HashtagRetired.class, HashtagRegistered.class));
        }
    }
}
