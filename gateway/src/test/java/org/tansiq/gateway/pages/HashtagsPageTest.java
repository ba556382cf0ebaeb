package org.tansiq.gateway.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A campaign's hashtags, in two browsers. */
class HashtagsPageTest extends TwoOrganizations {
    private void register(String language, String tag) {
        hamburg.unfold(hamburg.at("main"), "Register a hashtag");
        hamburg.page.fill("#new [name=language]", language);
        hamburg.page.fill("#new [name=tag]", tag);
        hamburg.press(hamburg.at("#new"), "Register a hashtag");
        assertThat(hamburg.card("#" + tag)).isVisible();
    }

    @Test
    void a_steward_registers_retires_and_revives_before_the_eyes_of_others() {
        berlin.open(base + "/hashtags");
        assertThat(berlin.at("#new")).hasCount(0);
        hamburg.open(base + "/hashtags");
        register("ar", "أنقذوا_الغوطة");
        assertThat(berlin.card("#أنقذوا_الغوطة")).isVisible();
        assertThat(berlin.at("article button")).hasCount(0);

        assertThat(hamburg.card("#أنقذوا_الغوطة")).not().containsText("Use it again");
        hamburg.unfold(hamburg.card("#أنقذوا_الغوطة"), "Retire");
        hamburg.page.fill("article [name='reason.en']", "The siege is over");
        hamburg.press(hamburg.card("#أنقذوا_الغوطة"), "Retire");
        assertThat(berlin.card("#أنقذوا_الغوطة")).containsText("of an earlier phase");
        assertThat(berlin.card("#أنقذوا_الغوطة")).containsText("The siege is over");

        assertThat(hamburg.card("#أنقذوا_الغوطة").locator("summary")).hasCount(0);
        hamburg.press(hamburg.card("#أنقذوا_الغوطة"), "Use it again");
        assertThat(berlin.card("#أنقذوا_الغوطة")).not().containsText("of an earlier phase");
        assertThat(berlin.hasNotReloaded()).isTrue();
        assertThat(hamburg.hasNotReloaded()).isTrue();
    }

    @Test
    void while_one_types_the_form_proposes_and_a_button_takes_it() {
        hamburg.open(base + "/hashtags");
        register("en", "SaveGhouta");
        berlin.open(base + "/actions");
        berlin.unfold(berlin.at("main"), "Schedule an action");

        berlin.page.fill("#new [name=hashtags]", "#Idlib save_algouta");
        var proposal = berlin.at("#new .proposal");
        assertThat(proposal).hasCount(1);
        assertThat(proposal).containsText("#save_algouta · the coalition writes #SaveGhouta");
        berlin.press(proposal, "Take #SaveGhouta");
        assertThat(berlin.at("#new [name=hashtags]")).hasValue("#Idlib #SaveGhouta");
        assertThat(proposal).hasCount(0);
    }

    @Test
    void in_arabic_it_runs_from_right_to_left() {
        hamburg.open(base + "/hashtags");
        register("ar", "أنقذوا_الغوطة");
        hamburg.page.navigate(client().server() + base + "/hashtags?lang=ar");

        assertThat(hamburg.at("html[dir=rtl]")).isAttached();
        assertThat(hamburg.at("nav.tabs [aria-current]")).hasText("الوسوم");
        hamburg.page.locator("#new summary").click();
        hamburg.page.fill("#new [name=tag]", "#انقذوا_الغوطه");
        assertThat(hamburg.at("#new .proposal")).containsText("يكتبه التحالف");
        var card = hamburg.at("article.card").boundingBox();
        var heading = hamburg.at("article.card h2 bdi").boundingBox();
        assertThat(card.x + card.width - heading.x - heading.width).isLessThan(heading.x - card.x);
        assertThat((Integer) hamburg.page.evaluate("() => document.documentElement.scrollWidth - innerWidth"))
                .isNotPositive();
    }
}
