package org.tansiq.gateway.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who sees what, said in forms and seen at once in the browsers of others. */
class WhoSeesTest extends TwoOrganizations {
    @AfterEach
    void nobodyReloaded() {
        assertThat(berlin.hasNotReloaded()).isTrue();
        assertThat(hamburg.hasNotReloaded()).isTrue();
    }

    @Test
    void a_task_comes_and_goes_before_the_eyes_of_others_as_its_opener_says() {
        berlin.open(base + "/tasks");
        hamburg.open(base + "/tasks");
        hamburg.unfold(hamburg.at("main"), "Open a task");
        hamburg.page.fill("#new [name='title.en']", "Banner");
        choose(hamburg.at("#new"), "visibility", "Nobody else");
        hamburg.press(hamburg.at("#new"), "Open a task");
        assertThat(hamburg.card("Banner").locator(".mark")).hasText("for nobody else");

        sees(hamburg, "Banner", "The whole coalition");
        assertThat(berlin.card("Banner")).isVisible();
        assertThat(hamburg.card("Banner").locator(".mark")).hasCount(0);

        sees(hamburg, "Banner", "Nobody else");
        assertThat(berlin.card("Banner")).hasCount(0);

        hamburg.unfold(hamburg.card("Banner"), "Who sees it");
        choose(hamburg.card("Banner"), "visibility", "These organisations");
        hamburg.press(hamburg.card("Banner"), "Save");
        assertThat(hamburg.card("Banner").locator(".problem")).isVisible();
        hamburg.card("Banner").getByLabel("Berlin committee").check();
        hamburg.press(hamburg.card("Banner"), "Save");
        assertThat(berlin.card("Banner").locator(".mark")).containsText("only for");
        assertThat(berlin.card("Banner").locator(".mark")).containsText("Berlin committee");
        assertThat(berlin.card("Banner").locator("summary", withText("Who sees it")))
                .hasCount(0);
    }

    @Test
    void an_embargo_hides_until_it_is_lifted() {
        berlin.open(base + "/resources");
        hamburg.open(base + "/resources");
        hamburg.unfold(hamburg.at("main"), "Offer a resource");
        hamburg.page.fill("#new [name='title.en']", "Van");
        hamburg.page.fill("#new [name='visibility.embargo']", "2031-03-01T18:00");
        hamburg.press(hamburg.at("#new"), "Offer a resource");
        assertThat(hamburg.card("Van").locator(".mark.kept")).containsText("1 Mar 2031, 18:00\u00a0UTC");
        assertThat(berlin.card("Van")).hasCount(0);

        hamburg.press(hamburg.card("Van"), "Show it now");
        assertThat(berlin.card("Van")).isVisible();
        assertThat(hamburg.card("Van").locator(".mark.kept")).hasCount(0);
    }

    @Test
    void a_venue_is_shown_to_fewer_than_its_action() {
        berlin.open(base + "/actions");
        hamburg.open(base + "/actions");
        hamburg.unfold(hamburg.at("main"), "Schedule an action");
        hamburg.page.fill("#new [name='title.en']", "Vigil");
        hamburg.page.fill("#new [name=city]", "Berlin");
        hamburg.page.fill("#new [name=starts]", "2030-03-01T18:00");
        hamburg.page.fill("#new [name='venue.name.en']", "The gate");
        hamburg.unfold(hamburg.at("#new"), "Who sees the venue");
        choose(hamburg.at("#new"), "venueVisibility", "Nobody else");
        hamburg.press(hamburg.at("#new"), "Schedule an action");

        assertThat(berlin.card("Vigil")).containsText("venue not shown");
        assertThat(berlin.card("Vigil")).not().containsText("The gate");
        assertThat(hamburg.card("Vigil")).containsText("The gate");
        assertThat(hamburg.card("Vigil")).not().containsText("venue not shown");

        hamburg.unfold(hamburg.card("Vigil"), "Who sees it");
        choose(hamburg.card("Vigil"), "venueVisibility", "The whole coalition");
        hamburg.press(hamburg.card("Vigil"), "Save");
        assertThat(berlin.card("Vigil")).containsText("The gate");
        assertThat(berlin.card("Vigil")).not().containsText("venue not shown");
    }

    @Test
    void who_comes_near_what_they_do_not_see_learns_no_more_and_its_organisers_do() {
        hamburg.open(base + "/actions");
        hamburg.unfold(hamburg.at("main"), "Schedule an action");
        hamburg.page.fill("#new [name='title.en']", "Secret vigil");
        hamburg.page.fill("#new [name=city]", "Berlin");
        hamburg.page.fill("#new [name=starts]", "2030-03-01T18:00");
        choose(hamburg.at("#new"), "visibility", "Nobody else");
        hamburg.press(hamburg.at("#new"), "Schedule an action");
        assertThat(hamburg.card("Secret vigil")).isVisible();

        schedule(berlin, "March", "Berlin", "2030-03-01T18:30");
        assertThat(berlin.at("#new .problem")).not().containsText("Secret");
        assertThat(hamburg.card("Secret vigil").locator(".near summary")).containsText("Others wanted this time");
        hamburg.unfold(hamburg.card("Secret vigil"), "Others wanted this time");
        assertThat(hamburg.card("Secret vigil").locator(".near li")).containsText("1 Mar 2030");

        berlin.press(berlin.at("#new .problem"), "Go ahead, knowing of it");
        assertThat(berlin.card("March")).isVisible();
        assertThat(berlin.card("Secret vigil")).hasCount(0);
    }

    private static void sees(Reader reader, String title, String reach) {
        reader.unfold(reader.card(title), "Who sees it");
        choose(reader.card(title), "visibility", reach);
        reader.press(reader.card(title), "Save");
    }

    private static void choose(Locator within, String name, String reach) {
        within.locator("[name='" + name + ".reach']").selectOption(new SelectOption().setLabel(reach));
    }

    private static Locator.LocatorOptions withText(String words) {
        return new Locator.LocatorOptions().setHasText(words);
    }
}
