package org.tansiq.gateway.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.infra.members.Role;
import org.tansiq.probe.Chromium;
import org.tansiq.probe.CoalitionServerTest;
import org.tansiq.probe.Person;

/** Berlin lends a journalist whom it knows, and Paris reads who she is. */
@Tag("browser")
class ContactsPageTest extends CoalitionServerTest {
    private static final String WHAT = "Covers courts";
    private static final String WHO = "Rim Haddad\n030 901820";

    @Test
    void a_contact_is_offered_lent_and_read_and_the_owner_sees_who_read_it() {
        var mona = coordinator();
        var adam = person(organization(), Role.MEMBER);
        var coalition = coalition(mona.organization(), adam.organization());
        try (var chromium = Chromium.start()) {
            var server = client().server();
            var owner = new Reader(chromium.browser(), server);
            owner.signIn(mona.login(), PASSWORD);
            owner.open(resources(coalition));
            offer(owner);
            writeWhoItIs(owner);

            assertThat(owner.card(WHAT).locator("form[id^=write] textarea")).hasValue("");
            owner.unfold(owner.card(WHAT), "Who it is");
            owner.press(owner.card(WHAT), "Show who it is");
            assertThat(owner.card(WHAT).locator("form[id^=tell] .told textarea"))
                    .hasValue(WHO);

            lend(adam, coalition);
            var borrower = new Reader(chromium.browser(), server);
            borrower.signIn(adam.login(), PASSWORD);
            borrower.open(resources(coalition));
            assertThat(borrower.page.content()).doesNotContain("Rim Haddad");
            borrower.unfold(borrower.card(WHAT), "Who it is");
            borrower.press(borrower.card(WHAT), "Show who it is");
            assertThat(borrower.card(WHAT).locator(".told textarea")).hasValue(WHO);
            borrower.open(resources(coalition));
            assertThat(borrower.card(WHAT).locator(".told")).isHidden();
            assertThat(borrower.page.content()).doesNotContain("Rim Haddad");

            owner.open(resources(coalition));
            owner.unfold(owner.card(WHAT), "Read by others: 1");
            assertThat(owner.card(WHAT).locator("[id^=readings] li")).hasCount(1);
            owner.unfold(owner.card(WHAT), "Who it is");
            owner.press(owner.card(WHAT), "Delete who it is");
            assertThat(owner.card(WHAT)).containsText("Nobody has written who it is yet.");
            borrower.unfold(borrower.card(WHAT), "Who it is");
            borrower.press(borrower.card(WHAT), "Show who it is");
            assertThat(borrower.card(WHAT)).containsText("The owner has not written yet");
            assertThat(owner.complaints).isEmpty();
            assertThat(borrower.complaints).isEmpty();
        }
    }

    private static void offer(Reader owner) {
        owner.unfold(owner.at("#new"), "Offer a resource");
        owner.page.selectOption("#new select[name=kind]", "CONTACT");
        owner.page.fill("#new input[name='title.en']", WHAT);
        owner.press(owner.at("#new"), "Offer a resource");
        assertThat(owner.card(WHAT)).isVisible();
    }

    private static void writeWhoItIs(Reader owner) {
        owner.unfold(owner.card(WHAT), "Who it is");
        assertThat(owner.card(WHAT)).containsText("Nobody has written who it is yet.");
        owner.card(WHAT).locator("textarea[name=who]").fill(WHO);
        owner.press(owner.card(WHAT), "Keep it");
        assertThat(owner.card(WHAT).locator("form[id^=tell]")).isAttached();
    }

    private void lend(Person borrower, CoalitionId coalition) {
        var task = id(borrower.post("/coalitions/" + coalition + "/tasks", "{\"title\": {\"en\": \"Statement\"}}"));
        var contact = rows(borrower, coalition, "resources").get(0).path("id").asString();
        done(borrower.post("/coalitions/" + coalition + "/resources/" + contact + "/bookings", """
                {"quantity": 1, "from": "%s", "until": "%s", "task": "%s"}""".formatted(
                        now().minusSeconds(60), now().plusSeconds(3600), task)));
        rowsAreThere();
    }

    private static String resources(CoalitionId coalition) {
        return "/coalitions/" + coalition + "/resources?lang=en";
    }
}
