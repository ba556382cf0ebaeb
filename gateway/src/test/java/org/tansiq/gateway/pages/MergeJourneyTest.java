package org.tansiq.gateway.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/** Two organisations find that they plan one vigil twice, make one of it, and think better of it. */
class MergeJourneyTest extends TwoOrganizations {
    @Test
    void two_become_one_with_the_word_of_both_and_two_again() {
        schedule(hamburg, "Vigil for Ghouta", "Berlin", "2030-03-01T18:00");
        assertThat(hamburg.card("Vigil for Ghouta")).isVisible();
        schedule(berlin, "Ghouta vigil", "Berlin", "2030-03-01T18:30");
        berlin.press(berlin.at("#new .problem"), "Go ahead, knowing of it");
        assertThat(berlin.card("Ghouta vigil")).isVisible();
        hamburg.open(base + "/actions?from=2030-03-01");

        follow(hamburg.card("Vigil for Ghouta"), "Merge…");
        assertThat(hamburg.at("#organizers")).containsText("Berlin committee");
        assertThat(hamburg.at("#tasks")).containsText("None");
        assertThat(hamburg.at("#live")).containsText("One of these must agree");
        berlin.open("/");
        assertThat(berlin.at("#merges")).hasCount(0);
        hamburg.press(hamburg.at("#live"), "Propose it");

        assertThat(berlin.at("#merges")).containsText("proposes to merge"); // told live, where it starts
        berlin.open(base + "/actions?from=2030-03-01");
        assertThat(berlin.card("Ghouta vigil")).containsText("proposes to merge");
        berlin.press(berlin.card("Ghouta vigil"), "Agree");
        assertThat(berlin.card("Ghouta vigil")).containsText("Merged into another");
        assertThat(berlin.card("Vigil for Ghouta")).containsText("was merged into this");
        assertThat(berlin.card("Vigil for Ghouta").locator(".clashes")).hasCount(0);
        assertThat(hamburg.card("Vigil for Ghouta")).containsText("Berlin committee");
        assertThat(berlin.hasNotReloaded()).isTrue();

        follow(hamburg.card("Vigil for Ghouta"), "Undo the merge");
        assertThat(hamburg.at("#changes")).containsText("Nothing was changed since");
        hamburg.press(hamburg.at("#live"), "Undo the merge");
        assertThat(berlin.card("Ghouta vigil").locator(".clashes")).containsText("Vigil for Ghouta");
        assertThat(hamburg.card("Vigil for Ghouta")).not().containsText("was merged into this");
        assertThat(berlin.hasNotReloaded()).isTrue();
    }

    @Test
    void the_other_side_declines_and_what_is_near_may_be_merged_as_well() {
        schedule(hamburg, "Vigil", "Berlin", "2030-03-01T18:00");
        assertThat(hamburg.card("Vigil")).isVisible();
        schedule(berlin, "March", "Berlin", "2030-03-02T18:00");
        assertThat(berlin.card("March")).isVisible();
        hamburg.open(base + "/actions?from=2030-03-01");

        hamburg.unfold(hamburg.card("Vigil"), "Merge with another action");
        hamburg.press(hamburg.card("Vigil").locator("details[open]"), "Look what would be");
        follow(hamburg.at("#live"), "The other way round");
        hamburg.press(hamburg.at("#live"), "Propose it");
        berlin.press(berlin.card("March"), "Decline");
        assertThat(hamburg.at(".merge button")).hasCount(0);
        assertThat(berlin.at(".merge button")).hasCount(0);
    }

    private static void follow(Locator within, String words) {
        within.locator("a", new Locator.LocatorOptions().setHasText(words))
                .first()
                .click();
    }
}
