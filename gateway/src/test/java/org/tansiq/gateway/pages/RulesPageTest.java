package org.tansiq.gateway.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.probe.Chromium;
import org.tansiq.probe.CoalitionServerTest;
import org.tansiq.probe.Person;

/** Berlin proposes rules and an auditor, and Paris agrees to what it has read. */
@Tag("browser")
class RulesPageTest extends CoalitionServerTest {
    private static final String CONSENSUS = "We decide by consensus.\nWhoever called an action speaks of it.";
    private static final String ARABIC = "نقرّر بالإجماع.\nويتحدث عن التحرك من دعا إليه.";
    private static final String OTHER = "The steward decides.";

    @Test
    void rules_are_proposed_read_changed_and_agreed_on_in_both_languages() {
        var mona = coordinator();
        var adam = coordinator();
        var coalition = coalition(mona.organization(), adam.organization());
        try (var chromium = Chromium.start()) {
            var steward = reader(chromium, mona);
            var second = reader(chromium, adam);
            steward.open(members(coalition, "en"));
            assertThat(steward.at("#rules")).containsText("The members have not agreed on rules.");
            propose(steward, OTHER);
            assertThat(steward.at("#rules-proposal")).containsText(OTHER);

            second.open(members(coalition, "ar"));
            assertThat(second.at("#propose-rules")).hasCount(0);
            propose(steward, CONSENSUS);
            assertThat(second.at("#rules-proposal .outdated")).isVisible();
            assertThat(second.at("#rules-proposal [lang=en]")).hasText(OTHER);
            second.press(second.at("#rules-proposal"), "موافقة");
            assertThat(second.at("main")).containsText("المقترح الآن قواعد أخرى");
            second.open(members(coalition, "ar"));
            second.press(second.at("#rules-proposal"), "موافقة");
            assertThat(second.at("#rules-proposal")).hasCount(0);
            assertThat(second.at("#rules > .words")).hasText(ARABIC);

            steward.open(members(coalition, "en"));
            assertThat(steward.at("#rules > .words")).hasText(CONSENSUS);
            steward.unfold(steward.at("#rules"), "Propose rules");
            assertThat(steward.at("#propose-rules [name='rules.ar']")).hasValue(ARABIC);
            assertThat(steward.complaints).isEmpty();
            assertThat(second.complaints).isEmpty();
        }
    }

    @Test
    void an_auditor_is_agreed_to_with_the_end_that_the_page_shows() {
        var mona = coordinator();
        var adam = coordinator();
        var lina = personId(coordinator());
        var coalition = coalition(mona.organization(), adam.organization());
        done(mona.post(
                "/coalitions/" + coalition + "/auditors",
                "{\"auditor\": \"%s\", \"until\": \"%s\"}".formatted(lina, now().plus(Duration.ofDays(9)))));
        rowsAreThere();
        try (var chromium = Chromium.start()) {
            var second = reader(chromium, adam);
            second.open(members(coalition, "en"));

            second.press(second.at("#auditors"), "Agree");

            assertThat(second.at("#auditors td .mark")).hasText("Auditor");
            assertThat(second.complaints).isEmpty();
        }
    }

    private Reader reader(Chromium chromium, Person person) {
        var reader = new Reader(chromium.browser(), client().server());
        reader.signIn(person.login(), PASSWORD);
        return reader;
    }

    private static void propose(Reader steward, String english) {
        steward.unfold(steward.at("#rules"), "Propose rules");
        steward.page.fill("#propose-rules [name='rules.ar']", ARABIC);
        steward.page.fill("#propose-rules [name='rules.en']", english);
        steward.press(steward.at("#propose-rules form"), "Propose rules");
        assertThat(steward.at("#rules-proposal [lang=en]")).hasText(english);
    }

    private static String members(CoalitionId coalition, String language) {
        return "/coalitions/" + coalition + "/members?lang=" + language;
    }
}
