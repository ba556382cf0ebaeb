package org.tansiq.gateway.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.actions.ActionId;
import org.tansiq.domain.actions.ActionKind;
import org.tansiq.domain.actions.Place;
import org.tansiq.domain.actions.ScheduleAction;
import org.tansiq.domain.actions.Slot;
import org.tansiq.domain.actions.Venue;
import org.tansiq.domain.members.FoundCoalition;
import org.tansiq.domain.shared.CityId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Text;
import org.tansiq.domain.shared.Visibility;

/** Being warned while one types, before anything is sent. */
class WarningPageTest extends TwoOrganizations {
    private static final String SHOTS = System.getProperty("tansiq.shots", "");

    private static void shoot(Reader reader, String name) {
        if (!SHOTS.isEmpty()) {
            reader.page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(SHOTS, name + ".png"))
                    .setFullPage(true));
        }
    }

    /** One vigil on each of these evenings, by the other organisation. */
    private void vigil(String title, String starts) {
        schedule(hamburg, title, "Mannheim", starts);
        assertThat(hamburg.card(title)).isVisible();
    }

    @Test
    void the_form_warns_before_it_is_sent_and_a_button_takes_a_free_time() {
        vigil("Vigil for Ghouta", "2030-02-24T18:00");
        berlin.open(base + "/actions");
        berlin.unfold(berlin.at("main"), "Schedule an action");
        berlin.page.fill("#new [name='title.en']", "A vigil for Ghouta");
        berlin.page.fill("#new [name=city]", "Mannheim");
        assertThat(berlin.at("#new .finding")).hasCount(0);

        berlin.page.fill("#new [name=starts]", "2030-02-24T18:12");

        var finding = berlin.at("#new .finding");
        assertThat(finding).hasCount(1);
        assertThat(finding).containsText("Collides with Vigil for Ghouta");
        assertThat(finding).containsText("same city, 12 min apart");
        assertThat(finding).containsText("Hamburg committee");
        assertThat(berlin.at("#new .findings[aria-live=polite]")).isAttached();
        assertThat(berlin.at("#new .instead")).containsText("Ludwigshafen");
        shoot(berlin, "typing-en");
        berlin.press(berlin.at("#new .instead"), "19:42");
        assertThat(berlin.at("#new [name=starts]")).hasValue("2030-02-24T19:42");
        assertThat(finding).hasCount(0);
        berlin.press(berlin.at("#new"), "Schedule an action");
        assertThat(berlin.card("A vigil for Ghouta")).isVisible();
        assertThat(berlin.at(".problem")).hasCount(0);
    }

    @Test
    void in_arabic_it_warns_in_arabic_from_right_to_left() {
        vigil("Vigil for Ghouta", "2030-02-24T18:00");
        berlin.page.navigate(client().server() + base + "/actions?lang=ar");
        assertThat(berlin.at("html[dir=rtl]")).isAttached();
        berlin.page.locator("#new summary").first().click();
        berlin.page.fill("#new [name='title.ar']", "وقفة من أجل الغوطة");
        berlin.page.fill("#new [name=city]", "مانهايم");
        berlin.page.fill("#new [name=starts]", "2030-02-24T18:30");

        var finding = berlin.at("#new .finding");
        assertThat(finding).hasCount(1);
        assertThat(finding).containsText("يتضارب مع");
        assertThat(finding).containsText("المدينة نفسها، بفارق 30 د");
        assertThat(berlin.at("#new .instead")).containsText("أوقات متاحة:");
        shoot(berlin, "typing-ar");
        assertThat((Integer) berlin.page.evaluate("() => document.documentElement.scrollWidth - innerWidth"))
                .isNotPositive();
        var box = finding.boundingBox();
        var words = finding.locator("strong").boundingBox();
        assertThat(box.x + box.width - words.x - words.width).isLessThan(words.x - box.x);
    }

    @Test
    void an_answer_that_comes_too_late_is_dropped_and_sending_waits_for_none() {
        vigil("Vigil for Ghouta", "2030-02-24T18:00");
        berlin.open(base + "/actions");
        berlin.unfold(berlin.at("main"), "Schedule an action");
        berlin.page.fill("#new [name='title.en']", "March");
        berlin.page.fill("#new [name=city]", "Mannheim");
        var held = new ArrayList<Route>();
        berlin.page.route("**/actions/check", route -> {
            if (route.request().postData().contains("24T18:00")) {
                held.add(route);
            } else {
                route.resume();
            }
        });
        berlin.page.fill("#new [name=starts]", "2030-02-24T18:00");
        berlin.page.waitForCondition(() -> !held.isEmpty());
        berlin.page.waitForResponse(
                "**/actions/check", () -> berlin.page.fill("#new [name=starts]", "2030-02-26T18:00"));
        berlin.page.waitForResponse("**/actions/check", () -> held.getFirst().resume());
        assertThat(berlin.at("#new .finding")).hasCount(0);

        berlin.press(berlin.at("#new"), "Schedule an action");

        assertThat(berlin.card("March")).isVisible();
        assertThat(berlin.at("#new .finding")).hasCount(0);
    }

    @Test
    void when_somebody_else_was_faster_the_refusal_offers_what_is_free() {
        berlin.open(base + "/actions");
        berlin.unfold(berlin.at("main"), "Schedule an action");
        berlin.page.fill("#new [name='title.en']", "March");
        berlin.page.fill("#new [name=city]", "Mannheim");
        berlin.page.waitForResponse(
                "**/actions/check", () -> berlin.page.fill("#new [name=starts]", "2030-02-24T18:00"));
        assertThat(berlin.at("#new .finding")).hasCount(0);
        vigil("Vigil for Ghouta", "2030-02-24T18:00");

        berlin.press(berlin.at("#new"), "Schedule an action");

        var problem = berlin.at("#new .problem");
        assertThat(problem).containsText("Vigil for Ghouta");
        assertThat(problem).containsText("Free then:");
        shoot(berlin, "refused-en");
        berlin.press(problem.locator(".instead"), "19:30");
        assertThat(berlin.at("#new [name=starts]")).hasValue("2030-02-24T19:30");
        assertThat(problem).hasCount(0);
        berlin.press(berlin.at("#new"), "Schedule an action");
        assertThat(berlin.card("March")).isVisible();
    }

    @Test
    void whoever_moves_an_action_is_warned_and_shown_free_times_and_places() {
        vigil("Vigil for Ghouta", "2030-02-24T18:00");
        schedule(berlin, "March", "Mannheim", "2030-02-24T10:00");
        assertThat(berlin.card("March")).isVisible();
        berlin.unfold(berlin.card("March"), "Reschedule");
        var form = berlin.card("March").locator("form[data-api$='/reschedule']");
        form.locator("[name=starts]").fill("2030-02-24T17:00");

        assertThat(form.locator("[name=ends]")).hasValue("2030-02-24T18:30");
        assertThat(form.locator(".finding")).containsText("Vigil for Ghouta");
        shoot(berlin, "moving-en");
        berlin.press(form.locator(".instead"), "16:30");
        assertThat(form.locator("[name=ends]")).hasValue("2030-02-24T18:00");
        assertThat(form.locator(".finding")).hasCount(0);

        form.locator("[name=starts]").fill("2030-02-24T17:30");
        berlin.press(form.locator(".instead"), "Ludwigshafen");
        assertThat(form.locator("[name=city]")).hasValue("de-ludwigshafen-am-rhein");
        assertThat(form.locator(".finding")).hasCount(0);
        berlin.press(form, "Reschedule");
        assertThat(berlin.card("March")).containsText("Ludwigshafen");
    }

    @Test
    void a_task_that_is_there_in_other_words_is_shown_while_one_types() {
        hamburg.open(base + "/tasks");
        openTask(hamburg, "Print leaflets");
        berlin.open(base + "/tasks");
        berlin.unfold(berlin.at("main"), "Open a task");
        berlin.page.fill("#new [name='title.ar']", "طباعة منشورات");

        assertThat(berlin.at("#new .finding")).containsText("There is already: Print leaflets");
        shoot(berlin, "task-en");
        berlin.page.fill("#new [name='title.ar']", "توزيع منشورات");
        assertThat(berlin.at("#new .finding")).hasCount(0);
    }

    @Test
    void what_nobody_could_know_before_is_told_after_a_task_is_opened() {
        berlin.open(base + "/tasks");
        berlin.unfold(berlin.at("main"), "Open a task");
        berlin.page.waitForResponse("**/tasks/check", () -> berlin.page.fill("#new [name='title.en']", "Print flyers"));
        hamburg.open(base + "/tasks");
        openTask(hamburg, "Print leaflets");

        berlin.press(berlin.at("#new"), "Open a task");

        assertThat(berlin.card("Print flyers")).isVisible();
        assertThat(berlin.at("#new .finding")).containsText("There is already: Print leaflets");
        assertThat(berlin.at("#new [name='title.en']")).hasValue("");
    }

    @Test
    void on_a_narrow_screen_in_arabic_nothing_of_the_move_form_sticks_out() {
        vigil("Vigil for Ghouta", "2030-02-24T18:00");
        schedule(berlin, "March", "Mannheim", "2030-02-24T10:00");
        assertThat(berlin.card("March")).isVisible();
        berlin.page.setViewportSize(360, 740);
        berlin.page.navigate(client().server() + base + "/actions?lang=ar");
        berlin.unfold(berlin.card("March"), "تغيير");
        var form = berlin.card("March").locator("form[data-api$='/reschedule']");
        form.locator("[name=starts]").fill("2030-02-24T17:00");

        assertThat(form.locator(".finding")).containsText("يتضارب مع");
        assertThat(form.locator(".instead")).containsText("كم)");
        shoot(berlin, "moving-ar-narrow");
        assertThat((Integer) berlin.page.evaluate("() => document.documentElement.scrollWidth - innerWidth"))
                .isNotPositive();
    }

    /** In another coalition, which only the Berlin committee belongs to. */
    private void elsewhere(String title, Visibility visibility) {
        var other = new CoalitionId("other-" + UUID.randomUUID());
        var by = berlinId();
        var at = Instant.parse("2030-01-01T08:00:00Z");
        var from = Instant.parse("2030-02-24T17:00:00Z");
        carryOut(by, new FoundCoalition(other, Text.of("en", "Other"), Text.of("en", "Other"), by, at));
        carryOut(
                by,
                new ScheduleAction(
                        other,
                        new ActionId("elsewhere-" + UUID.randomUUID()),
                        by,
                        Text.of("en", title),
                        ActionKind.VIGIL,
                        new Slot(
                                new Place(
                                        new CityId("de-mannheim"),
                                        ZoneId.of("Europe/Berlin"),
                                        "DE",
                                        Text.of("en", "Mannheim")),
                                from,
                                from.plusSeconds(3600)),
                        new Venue(Text.of("en", "Paradeplatz"), null),
                        List.of(),
                        null,
                        Set.of(),
                        visibility,
                        visibility,
                        at));
    }

    private static void plan(Reader reader, String base) {
        reader.open(base + "/actions");
        reader.unfold(reader.at("main"), "Schedule an action");
        reader.page.fill("#new [name='title.en']", "Rally");
        reader.page.fill("#new [name=city]", "Mannheim");
        reader.page.fill("#new [name=starts]", "2030-02-24T18:00");
    }

    @Test
    void what_is_planned_in_another_coalition_says_so_and_what_is_only_public_has_no_link() {
        elsewhere("Theirs", Visibility.COALITION);
        elsewhere("For everybody", new Visibility(Visibility.Reach.PUBLIC, Set.of(), null));

        plan(berlin, base);
        assertThat(berlin.at("#new .finding")).hasCount(2);
        assertThat(berlin.at("#new .finding.hard")).hasCount(0);
        assertThat(berlin.at("#new .finding a")).hasCount(2);
        assertThat(berlin.at("#new .finding").first()).containsText("another coalition");
        shoot(berlin, "elsewhere-en");

        plan(hamburg, base);
        assertThat(hamburg.at("#new .finding")).hasCount(1);
        assertThat(hamburg.at("#new .finding")).containsText("For everybody public");
        assertThat(hamburg.at("#new .finding a")).hasCount(0);
        hamburg.press(hamburg.at("#new"), "Schedule an action");
        assertThat(hamburg.card("Rally")).isVisible();
    }
}
