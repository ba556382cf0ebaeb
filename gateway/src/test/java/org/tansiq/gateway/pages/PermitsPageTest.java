package org.tansiq.gateway.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Permits, in two browsers. */
class PermitsPageTest extends TwoOrganizations {
    private static String inDays(int days) {
        return LocalDate.now(ZoneOffset.UTC).plusDays(days) + "T18:00";
    }

    @Test
    void an_organiser_tells_how_it_stands_before_the_eyes_of_others() {
        schedule(hamburg, "Candles", "hamburg", inDays(5));
        berlin.open(base + "/actions");
        var seen = berlin.card("Candles");
        assertThat(seen).containsText("Permit: to be asked for");
        assertThat(seen).containsText("It should have been asked for by now");
        assertThat(seen).hasClass(Pattern.compile("clash"));
        assertThat(seen.locator("[id^=permit-]")).hasCount(0);

        hamburg.unfold(hamburg.card("Candles"), "Permit");
        hamburg.page.selectOption("article [name=state]", "GRANTED");
        hamburg.page.fill("article [name='note.en']", "No torches");
        hamburg.press(hamburg.card("Candles").locator("[id^=permit-]"), "Save");

        assertThat(seen).containsText("Permit: granted");
        assertThat(seen).containsText("No torches");
        assertThat(seen).not().hasClass(Pattern.compile("clash"));
        assertThat(berlin.hasNotReloaded()).isTrue();
        assertThat(hamburg.hasNotReloaded()).isTrue();
    }

    @Test
    void what_needs_somebody_is_on_the_start_of_its_organisers_until_the_city_turns_out_to_be_quick() {
        schedule(hamburg, "Candles", "hamburg", inDays(5));
        assertThat(hamburg.card("Candles")).isVisible();
        berlin.open("/");
        assertThat(berlin.at("#permits")).hasCount(0);
        berlin.open(base + "/permits");
        assertThat(berlin.card("Candles")).containsText("It should have been asked for by now");
        assertThat(berlin.at("#lead-time")).hasCount(0);

        hamburg.open("/");
        assertThat(hamburg.at("#permits")).containsText("Candles");
        hamburg.at("#permits a").click();
        assertThat(hamburg.page).hasURL(Pattern.compile("/actions\\?from=.*#action-"));

        hamburg.open(base + "/permits");
        hamburg.unfold(hamburg.at("main"), "Say how early a city wants to be asked");
        hamburg.page.fill("#lead-time [name='{city}']", "Hamburg");
        hamburg.page.fill("#lead-time [name=days]", "3");
        hamburg.press(hamburg.at("#lead-time"), "Save");

        assertThat(berlin.at("tr[id^=lead-]")).containsText("Hamburg committee");
        assertThat(berlin.card("Candles")).containsText("Ask for it soon");
        assertThat(berlin.hasNotReloaded()).isTrue();
    }

    @Test
    void in_arabic_it_runs_from_right_to_left_and_fits_a_telephone() {
        schedule(hamburg, "Candles", "hamburg", inDays(5));
        assertThat(hamburg.card("Candles")).isVisible();
        hamburg.page.setViewportSize(360, 740);
        for (var path : new String[] {"/", base + "/permits", base + "/actions"}) {
            hamburg.page.navigate(client().server() + path + "?lang=ar");
            assertThat(hamburg.at("html[dir=rtl]")).isAttached();
            assertThat(hamburg.at(".permit.wants.late").first()).containsText("كان يجب أن يُطلب قبل الآن");
            assertThat((Integer) hamburg.page.evaluate("() => document.documentElement.scrollWidth - innerWidth"))
                    .isNotPositive();
        }
    }
}
