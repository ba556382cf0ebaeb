package org.tansiq.projections.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.shared.Text;
import org.tansiq.projections.campaigns.HashtagRow.State;

class HashtagProposalsTest {
    private static final Instant FEBRUARY = Instant.parse("2018-02-19T10:00:00Z");

    private static HashtagRow row(String language, String tag, State state) {
        return new HashtagRow(
                HashtagRow.id("ghouta", language, tag),
                "ghouta",
                language,
                tag,
                state,
                FEBRUARY,
                "berlin",
                new Text(Map.of()));
    }

    private static List<HashtagProposal> of(List<HashtagRow> registry, String... given) {
        return HashtagProposals.among(registry).of(List.of(given));
    }

    private static final HashtagRow SAVE = row("en", "#SaveGhouta", State.REGISTERED);

    @Test
    void for_a_variant_the_one_in_use_is_proposed() {
        assertThat(of(List.of(SAVE), "#save_algouta", "#SaveIdlib", "#saveghouta"))
                .containsExactly(
                        new HashtagProposal("#save_algouta", "#SaveGhouta", "en", State.REGISTERED),
                        new HashtagProposal("#saveghouta", "#SaveGhouta", "en", State.REGISTERED));
    }

    @Test
    void who_writes_it_as_the_coalition_does_is_told_nothing() {
        assertThat(of(List.of(SAVE, row("en", "#save_ghouta", State.RETIRED)), "#SaveGhouta"))
                .isEmpty();
    }

    @Test
    void a_retired_one_is_proposed_rather_than_a_new_one() {
        assertThat(of(List.of(row("en", "#AleppoIsBurning", State.RETIRED)), "#aleppo_burning"))
                .containsExactly(new HashtagProposal("#aleppo_burning", "#AleppoIsBurning", "en", State.RETIRED));
    }

    @Test
    void one_in_use_comes_before_a_retired_one() {
        var registry = List.of(row("en", "#save_ghouta", State.RETIRED), SAVE);

        assertThat(of(registry, "#savealghouta"))
                .extracting(HashtagProposal::proposed)
                .containsExactly("#SaveGhouta");
        assertThat(of(registry, "#save_ghouta"))
                .extracting(HashtagProposal::proposed)
                .containsExactly("#SaveGhouta");
    }

    @Test
    void who_uses_a_retired_one_again_is_told_nothing() {
        assertThat(of(List.of(row("ar", "#حلب_تحترق", State.RETIRED)), "#حلب_تحترق"))
                .isEmpty();
    }

    @Test
    void of_a_tag_that_is_given_twice_it_is_said_once() {
        assertThat(of(List.of(SAVE), "#saveghouta", "#saveghouta")).hasSize(1);
    }
}
