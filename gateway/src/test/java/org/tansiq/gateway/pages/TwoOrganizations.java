package org.tansiq.gateway.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;
import org.tansiq.domain.members.AcceptInvitation;
import org.tansiq.domain.members.FoundCoalition;
import org.tansiq.domain.members.InvitationId;
import org.tansiq.domain.members.InviteOrganization;
import org.tansiq.domain.members.RegisterOrganization;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.PersonId;
import org.tansiq.domain.shared.Text;
import org.tansiq.infra.members.Account;
import org.tansiq.infra.members.Role;
import org.tansiq.infra.wiring.Actor;
import org.tansiq.infra.wiring.Commands;
import org.tansiq.infra.wiring.Views;
import org.tansiq.probe.Chromium;
import org.tansiq.probe.ServerTest;

/** Two organisations of one coalition, each with a browser. */
@Tag("browser")
abstract class TwoOrganizations extends ServerTest {
    private static final Instant NOW = Instant.parse("2030-01-01T08:00:00Z");

    static Chromium chromium;
    private static String hash = "";

    @Autowired
    private Commands commands;

    @Autowired
    private Views views;

    final CoalitionId coalition = new CoalitionId("journey-" + UUID.randomUUID());
    String base;
    Reader hamburg;
    Reader berlin;

    @BeforeAll
    static void startChromium() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void closeChromium() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void twoOrganizationsInACoalition() {
        var first = organization("لجنة هامبورغ", "Hamburg committee");
        var second = organization("لجنة برلين", "Berlin committee");
        carryOut(
                first,
                new FoundCoalition(
                        coalition,
                        Text.ofBoth("أنقذوا الغوطة", "Save Ghouta"),
                        Text.ofBoth("حماية المدنيين", "Protect the civilians"),
                        first,
                        NOW));
        var invitation = new InvitationId("invitation-" + coalition);
        carryOut(first, new InviteOrganization(coalition, invitation, second, first, NOW));
        carryOut(second, new AcceptInvitation(coalition, invitation, second, NOW));
        base = "/coalitions/" + coalition;
        hamburg = reader(first, Role.COORDINATOR);
        berlin = reader(second, Role.MEMBER);
    }

    @AfterEach
    void nothingWasBrokenAndNothingLeftTheServer() {
        for (var reader : List.of(hamburg, berlin)) {
            assertSound(reader);
            reader.page.context().close();
        }
    }

    static void assertSound(Reader reader) {
        assertThat(reader.complaints).isEmpty();
        assertThat(reader.requests).isNotEmpty();
        assertThat(reader.elsewhere()).isEmpty();
    }

    static void openTask(Reader reader, String title) {
        reader.unfold(reader.at("main"), "Open a task");
        reader.page.fill("#new [name='title.en']", title);
        reader.press(reader.at("#new"), "Open a task");
        assertThat(reader.card(title)).isVisible();
    }

    void schedule(Reader reader, String title, String city, String starts) {
        reader.open(base + "/actions");
        reader.unfold(reader.at("main"), "Schedule an action");
        reader.page.fill("#new [name='title.en']", title);
        reader.page.fill("#new [name=city]", city);
        reader.page.fill("#new [name=starts]", starts);
        reader.press(reader.at("#new"), "Schedule an action");
    }

    OrganizationId berlinId() {
        return new OrganizationId("berlin-" + coalition);
    }

    OrganizationId organization(String arabic, String english) {
        var id = new OrganizationId(english.split(" ", 2)[0].toLowerCase(Locale.ROOT) + "-" + coalition);
        carryOut(id, new RegisterOrganization(id, Text.ofBoth(arabic, english), NOW));
        return id;
    }

    Reader reader(OrganizationId organization, Role role) {
        var reader = new Reader(chromium.browser(), client().server());
        reader.signIn(account(role, organization).login(), PASSWORD);
        return reader;
    }

    Account account(Role role, OrganizationId organization) {
        if (hash.isEmpty()) {
            hash = passwords.hash(PASSWORD);
        }
        var login = role.name().toLowerCase(Locale.ROOT) + "-" + UUID.randomUUID();
        var account = new Account(new PersonId(login), login, organization, role, hash);
        add(account);
        return account;
    }

    void carryOut(OrganizationId by, Object command) {
        var receipt = commands.carryOut(command, new Actor(new PersonId("journey"), by), null);
        views.await(receipt.position(), Duration.ofSeconds(5));
    }
}
