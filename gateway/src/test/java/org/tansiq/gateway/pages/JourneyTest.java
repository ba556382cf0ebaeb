package org.tansiq.gateway.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tansiq.infra.members.Role;

/** Two organisations and an auditor, each with a browser, in one coalition. */
class JourneyTest extends TwoOrganizations {
    private static final List<String> TABS = List.of(
            "tasks", "actions", "synchronised", "permits", "sessions", "resources", "hashtags", "members", "history");

    @Test
    void tasks_are_opened_claimed_and_handed_over_before_everybody_s_eyes() {
        hamburg.open(base + "/tasks");
        berlin.open(base + "/tasks");

        hamburg.unfold(hamburg.at("main"), "Open a task");
        hamburg.press(hamburg.at("#new"), "Open a task");
        assertThat(hamburg.at("#new .problem")).isVisible();
        assertThat(hamburg.at("#new [name='title.ar']")).hasAttribute("aria-invalid", "true");
        hamburg.page.fill("#new [name='title.ar']", "ماء للمسيرة");
        hamburg.page.fill("#new [name='title.en']", "Water for the march");
        hamburg.press(hamburg.at("#new"), "Open a task");

        assertThat(berlin.at("#open")).containsText("Water for the march");
        berlin.press(berlin.card("Water for the march"), "Claim");
        var held = hamburg.at("#held").locator("article");
        assertThat(held).containsText("Berlin committee");
        assertThat(held).containsText("since");
        assertThat(held.locator("button", new Locator.LocatorOptions().setHasText("Release")))
                .hasCount(0);

        berlin.unfold(berlin.card("Water for the march"), "Hand over");
        berlin.card("Water for the march").locator("select").selectOption("Hamburg committee");
        berlin.press(berlin.card("Water for the march").locator("details[open]"), "Hand over");
        hamburg.press(held, "Accept it");
        assertThat(berlin.at("#held")).containsText("Hamburg committee");
        hamburg.press(held, "Complete");
        assertThat(berlin.at("#done")).containsText("Water for the march");

        assertThat(hamburg.hasNotReloaded()).isTrue();
        assertThat(berlin.hasNotReloaded()).isTrue();
    }

    @Test
    void what_somebody_writes_stays_while_others_act() {
        hamburg.open(base + "/tasks");
        openTask(hamburg, "First");
        openTask(hamburg, "Second");
        var card = hamburg.card("First");
        hamburg.unfold(card, "Cancel");
        var reason = card.locator("[name='reason.ar']");
        reason.pressSequentially("لم تعد لازمة");

        berlin.open(base + "/tasks");
        berlin.press(berlin.card("Second"), "Claim");
        assertThat(hamburg.at("#held")).containsText("Second");
        assertThat(reason).hasValue("لم تعد لازمة");
        assertThat(reason).isFocused();

        berlin.press(berlin.card("First"), "Claim");
        assertThat(hamburg.at("#held")).containsText("First");
        assertThat(reason).hasValue("لم تعد لازمة");
        hamburg.press(card.locator("details[open]"), "Cancel");
        assertThat(berlin.at("#cancelled summary")).isVisible();
        assertThat(hamburg.hasNotReloaded()).isTrue();
    }

    @Test
    void a_collision_is_said_before_and_shown_after() {
        berlin.open(base + "/actions");
        schedule(hamburg, "Vigil at the gate", "برلين", "2030-03-01T18:00");
        assertThat(berlin.card("Vigil at the gate")).isVisible();

        schedule(berlin, "March to the gate", "Berlinn", "2030-03-01T18:30");
        berlin.press(berlin.at("#new .problem"), "Berlin (DE)");
        berlin.press(berlin.at("#new"), "Schedule an action");
        assertThat(berlin.at("#new .problem li")).containsText("Vigil at the gate");
        assertThat(hamburg.card("March to the gate")).hasCount(0);

        berlin.press(berlin.at("#new .problem"), "Go ahead, knowing of it");
        for (var reader : List.of(berlin, hamburg)) {
            assertThat(reader.at("p.sum")).containsText("1 collision");
            assertThat(reader.card("March to the gate").locator(".clashes"))
                    .containsText("Berlin committee\u2069 knows of it");
        }
        var clashes = hamburg.card("Vigil at the gate").locator(".clashes");
        assertThat(clashes).containsText("same city, 30 min apart");
        hamburg.press(clashes, "We have seen it");
        assertThat(berlin.card("Vigil at the gate").locator(".clashes"))
                .containsText("seen by \u2068Hamburg committee");
        hamburg.open("/");
        assertThat(hamburg.at("#findings")).containsText("March to the gate");
        hamburg.unfold(hamburg.at("#findings"), "Go on with both");
        hamburg.page.fill("#findings [name='reason.en']", "Two gates");
        hamburg.press(hamburg.at("#findings details[open]"), "Go on with both");
        assertThat(hamburg.at("#findings")).hasCount(0);
        assertThat(berlin.card("Vigil at the gate").locator(".clashes"))
                .containsText("Hamburg committee\u2069 goes on: Two gates");
        assertThat(hamburg.hasNotReloaded()).isTrue();
    }

    @Test
    void a_city_commits_and_the_coverage_grows() {
        berlin.open(base + "/synchronised");
        hamburg.open(base + "/synchronised");
        hamburg.unfold(hamburg.at("main"), "Call a synchronised action");
        hamburg.page.fill("#new [name='title.en']", "Candles");
        hamburg.page.fill("#new [name='moment.localTime']", "2030-03-01T19:00");
        hamburg.page.fill("#new [name=goal]", "3");
        hamburg.press(hamburg.at("#new"), "Call a synchronised action");
        assertThat(berlin.card("Candles")).containsText("0 of 3 cities");

        berlin.unfold(berlin.card("Candles"), "Commit a city");
        berlin.card("Candles").locator("[name=city]").fill("القاهرة");
        berlin.press(berlin.card("Candles").locator("details[open]"), "Commit a city");

        assertThat(hamburg.card("Candles")).containsText("1 of 3 cities");
        hamburg.card("Candles").locator("h2 a").click();
        var row = hamburg.at("#cities tbody tr");
        assertThat(row).containsText("Cairo");
        assertThat(row).containsText("1 Mar 2030, 19:00");
        assertThat(row).containsText("1 Mar 2030, 17:00");
        assertThat(row).containsText("Berlin committee");
    }

    @Test
    void every_page_reads_from_right_to_left_in_arabic() {
        hamburg.page.navigate(client().server() + "/");
        hamburg.at("a.language").click();
        assertThat(hamburg.at("html[lang=ar][dir=rtl]")).isAttached();
        assertThat(hamburg.at("main")).containsText("أنقذوا الغوطة");

        for (var tab : TABS) {
            hamburg.open(base + "/" + tab);
            assertThat(hamburg.at("html[lang=ar][dir=rtl]")).isAttached();
            assertThat(hamburg.at("nav.tabs [aria-current=page]")).isVisible();
            assertThat(hamburg.at("body")).not().containsText("??");
        }
    }

    @Test
    void an_auditor_reads_everything_and_is_offered_nothing() {
        hamburg.open(base + "/tasks");
        openTask(hamburg, "Banner");
        var auditor = new Reader(chromium.browser(), client().server());
        var account = account(Role.AUDITOR, berlinId());
        auditor.signIn(account.login(), PASSWORD);

        for (var tab : TABS) {
            auditor.open(base + "/" + tab);
            assertThat(auditor.at("form[data-api], form[data-import]")).hasCount(0);
        }
        assertThat(auditor.at("tbody tr").first()).containsText("Task opened");
        assertThat(auditor.at("tbody tr").first()).containsText("Banner");
        assertSound(auditor);
        auditor.page.context().close();
    }

    @Test
    void two_organisations_appoint_an_auditor_who_is_shown_all_and_offered_nothing() {
        var outside = organization("لجنة أوسلو", "Oslo committee");
        var lina = reader(outside, Role.COORDINATOR);
        lina.page.navigate(client().server() + "/account");
        var id = lina.at("#own-id").textContent();
        var second = reader(berlinId(), Role.COORDINATOR);
        second.open(base + "/members");

        hamburg.open(base + "/members");
        hamburg.unfold(hamburg.at("#auditors"), "Propose an auditor");
        hamburg.page.fill("#audit [name=auditor]", id);
        hamburg.page.fill(
                "#audit [name=until]",
                LocalDate.now(ZoneOffset.UTC).plusDays(30).atTime(12, 0).toString());
        hamburg.press(hamburg.at("#audit"), "Propose an auditor");
        assertThat(hamburg.at("#auditors tbody tr")).containsText("Withdraw");
        second.press(second.at("#auditors tbody tr"), "Agree");
        assertThat(hamburg.at("#auditors tbody tr")).containsText("Berlin committee");
        assertThat(second.hasNotReloaded()).isTrue();

        lina.page.navigate(client().server() + "/");
        lina.at("#joined").getByText("Save Ghouta").click();
        for (var tab : TABS) {
            lina.page.navigate(client().server() + base + "/" + tab);
            assertThat(lina.at("nav.tabs [aria-current=page]")).isVisible();
            assertThat(lina.at("form[data-api], form[data-import]")).hasCount(0);
        }
        assertThat(lina.at("tbody tr").first()).containsText("Read by an auditor");
        assertThat(lina.at("tbody tr").first()).containsText(base + "/history");
        for (var reader : List.of(lina, second)) {
            assertSound(reader);
            reader.page.context().close();
        }
    }

    @Test
    void an_organisation_is_let_in_to_watch_and_watches_no_more() {
        var outside = organization("لجنة أوسلو", "Oslo committee");
        var oslo = reader(outside, Role.COORDINATOR);
        hamburg.open(base + "/members");
        hamburg.unfold(hamburg.at("main"), "Let an organisation watch");
        hamburg.page.fill("#observe [name=organization]", outside.value());
        hamburg.press(hamburg.at("#observe"), "Let an organisation watch");
        assertThat(hamburg.at("#member-" + outside)).containsText("Observer");

        oslo.page.navigate(client().server() + base + "/members");
        assertThat(oslo.at("nav.tabs a")).hasCount(TABS.size() - 1);
        assertThat(oslo.at("#auditors")).hasCount(0);
        oslo.press(oslo.at("main"), "Watch this coalition no more");
        assertThat(oslo.at("#joined .empty")).isVisible();
        assertThat(hamburg.at("#member-" + outside)).hasCount(0);
        assertSound(oslo);
        oslo.page.context().close();
    }
}
