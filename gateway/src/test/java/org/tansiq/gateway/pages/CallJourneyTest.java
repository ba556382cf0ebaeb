package org.tansiq.gateway.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import org.junit.jupiter.api.Test;

/** One organisation calls, asks and reminds; the other finds it on its start page, answers, and tells how it went. */
class CallJourneyTest extends TwoOrganizations {
    @Test
    void a_call_is_asked_about_answered_and_reported_before_everybody_s_eyes() {
        berlin.open("/");
        call("2030-03-01T19:00");
        var there = callPage();
        hamburg.open(there);
        hamburg.press(hamburg.at("#answers"), "Ask all members");
        assertThat(hamburg.at("#answers")).containsText("No answer yet");
        assertThat(berlin.at("#calls")).containsText("Candles");

        hamburg.press(hamburg.at("#answers"), "Remind the silent");
        assertThat(berlin.at("#calls")).containsText("Reminded");

        berlin.unfold(berlin.at("#calls"), "Answer without a city");
        berlin.press(berlin.at("#calls"), "Answer");
        assertThat(berlin.at("#calls")).hasCount(0);
        assertThat(hamburg.at("#answers tbody")).containsText("Will take part");

        berlin.open(there);
        berlin.unfold(berlin.at("#live"), "Commit a city");
        berlin.page.fill("#live [name=city]", "Cairo");
        berlin.press(berlin.at("#live details[open]"), "Commit a city");
        assertThat(hamburg.at("#cities tbody")).containsText("Cairo");
        assertThat(hamburg.at("#answers tbody")).containsText("Takes part");
        assertThat(hamburg.at("#gaps")).containsText("Alexandria");

        var row = berlin.at("#cities tbody tr");
        berlin.unfold(row, "Tell how it went");
        berlin.page.fill("#cities [name=localStart]", "2020-03-01T19:04:30");
        berlin.page.fill("#cities [name=turnout]", "120");
        berlin.at("#cities [name=media]").first().fill("https://example.org/photo");
        berlin.press(row.locator("details[open]"), "Tell how it went");
        assertThat(hamburg.at("#cities tbody")).containsText("120 people");
        assertThat(hamburg.at("#synchrony")).containsText("0 of 1 cities");
        assertThat(hamburg.hasNotReloaded()).isTrue();
        assertThat(berlin.hasNotReloaded()).isTrue();
    }

    @Test
    void a_city_kit_is_printed_in_both_languages_and_without_what_is_only_for_screens() {
        call("2020-03-01T19:00");
        var there = callPage();
        hamburg.open(there);
        hamburg.unfold(hamburg.at("#live"), "Commit a city");
        hamburg.page.fill("#live [name=city]", "Cairo");
        hamburg.press(hamburg.at("#live details[open]"), "Commit a city");
        assertThat(hamburg.at("#cities tbody")).containsText("Cairo");

        hamburg.at("#cities tbody a").click();
        var kit = hamburg.at("main.kit");
        assertThat(kit).containsText("Cairo");
        assertThat(kit).containsText("1 Mar 2020, 19:00");
        assertThat(kit).containsText("1 Mar 2020, 17:00");
        assertThat(kit).containsText("so many days before: 14 (nobody has found out yet)");
        assertThat(kit).containsText("#SaveGhouta");
        assertThat(kit).containsText("Bring forty candles");
        assertThat(kit).containsText("Hamburg committee");
        hamburg.page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(hamburg.at("header.top")).isHidden();
        assertThat(kit).isVisible();
        hamburg.page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));

        hamburg.at("a.language").click();
        assertThat(hamburg.at("html[lang=ar][dir=rtl]")).isAttached();
        assertThat(hamburg.at("main.kit")).containsText("القاهرة");
        assertThat(hamburg.at("body")).not().containsText("??");
        hamburg.page.navigate(client().server() + there);
        assertThat(hamburg.at("html[lang=ar][dir=rtl]")).isAttached();
        assertThat(hamburg.at("body")).not().containsText("??");
    }

    private String callPage() {
        hamburg.page.navigate(client().server() + base + "/synchronised");
        return String.valueOf(hamburg.card("Candles").locator("h2 a").getAttribute("href"))
                .replaceAll("[?].*", "");
    }

    /** @param when in the time of each city */
    private void call(String when) {
        hamburg.open(base + "/synchronised");
        hamburg.unfold(hamburg.at("main"), "Call a synchronised action");
        hamburg.page.fill("#new [name='title.en']", "Candles");
        hamburg.page.fill("#new [name='title.ar']", "شموع");
        hamburg.page.fill("#new [name='moment.localTime']", when);
        hamburg.page.fill("#new [name=goal]", "3");
        hamburg.page.fill("#new [name=goalCountries]", "2");
        hamburg.page.fill("#new [name=hashtags]", "#SaveGhouta");
        hamburg.page.fill("#new [name='needs.en']", "Bring forty candles");
        hamburg.page.fill("#new [name='words.ar']", "أنقذوا الغوطة");
        hamburg.press(hamburg.at("#new"), "Call a synchronised action");
        assertThat(hamburg.card("Candles")).isVisible();
    }
}
