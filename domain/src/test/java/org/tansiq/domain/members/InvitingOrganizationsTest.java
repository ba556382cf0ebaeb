package org.tansiq.domain.members;

import static org.tansiq.domain.Scene.BERLIN;
import static org.tansiq.domain.Scene.GENEVA;
import static org.tansiq.domain.Scene.GHOUTA;
import static org.tansiq.domain.Scene.NAME;
import static org.tansiq.domain.Scene.NOW;
import static org.tansiq.domain.Scene.PARIS;
import static org.tansiq.domain.Scene.fixture;
import static org.tansiq.domain.Scene.foundedBy;
import static org.tansiq.domain.Scene.joined;
import static org.tansiq.domain.Scene.left;
import static org.tansiq.domain.Scene.refusedAs;
import static org.tansiq.domain.Scene.registered;

import java.util.Map;
import org.axonframework.test.fixture.AxonTestFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.shared.Conflict;
import org.tansiq.domain.shared.NotAllowed;
import org.tansiq.domain.shared.NotFound;

class InvitingOrganizationsTest {
    private static final InvitationId INVITATION = new InvitationId("i-1");
    private static final OrganizationInvited INVITED = new OrganizationInvited(GHOUTA, INVITATION, PARIS, BERLIN, NOW);
    private final AxonTestFixture fixture = fixture();

    @AfterEach
    void stop() {
        fixture.stop();
    }

    @Test
    void a_steward_invites_a_registered_organisation() {
        fixture.given()
                .events(foundedBy(BERLIN), registered(PARIS))
                .when()
                .command(new InviteOrganization(GHOUTA, INVITATION, PARIS, BERLIN, NOW))
                .then()
                .events(INVITED);
    }

    @Test
    void one_open_invitation_is_enough() {
        fixture.given()
                .events(foundedBy(BERLIN), registered(PARIS), INVITED)
                .when()
                .command(new InviteOrganization(GHOUTA, new InvitationId("i-2"), PARIS, BERLIN, NOW))
                .then()
                .success()
                .noEvents();
    }

    @Test
    void an_appointed_steward_invites_too() {
        fixture.given()
                .events(
                        foundedBy(GENEVA),
                        joined(BERLIN),
                        new StewardAppointed(GHOUTA, BERLIN, GENEVA, NOW),
                        registered(PARIS))
                .when()
                .command(new InviteOrganization(GHOUTA, INVITATION, PARIS, BERLIN, NOW))
                .then()
                .events(INVITED);
    }

    @Test
    void whoever_asked_to_join_may_be_invited_as_well() {
        fixture.given()
                .events(
                        foundedBy(BERLIN),
                        registered(PARIS),
                        new JoinRequested(GHOUTA, new JoinRequestId("r-1"), PARIS, NAME, NOW))
                .when()
                .command(new InviteOrganization(GHOUTA, INVITATION, PARIS, BERLIN, NOW))
                .then()
                .events(INVITED);
    }

    @Test
    void whoever_declined_may_be_invited_again() {
        fixture.given()
                .events(
                        foundedBy(BERLIN),
                        registered(PARIS),
                        new OrganizationInvited(GHOUTA, new InvitationId("i-0"), PARIS, BERLIN, NOW),
                        new InvitationDeclined(GHOUTA, new InvitationId("i-0"), PARIS, NOW))
                .when()
                .command(new InviteOrganization(GHOUTA, INVITATION, PARIS, BERLIN, NOW))
                .then()
                .events(INVITED);
    }

    @Test
    void whoever_left_may_be_invited_again() {
        fixture.given()
                .events(foundedBy(BERLIN), registered(PARIS), joined(PARIS), left(PARIS))
                .when()
                .command(new InviteOrganization(GHOUTA, INVITATION, PARIS, BERLIN, NOW))
                .then()
                .events(INVITED);
    }

    @Test
    void a_member_is_not_invited() {
        fixture.given()
                .events(foundedBy(BERLIN), registered(PARIS), joined(PARIS))
                .when()
                .command(new InviteOrganization(GHOUTA, INVITATION, PARIS, BERLIN, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(Conflict.class, "already-member"));
    }

    @Test
    void a_steward_does_not_invite_itself() {
        fixture.given()
                .events(registered(BERLIN), foundedBy(BERLIN))
                .when()
                .command(new InviteOrganization(GHOUTA, INVITATION, BERLIN, BERLIN, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(Conflict.class, "already-member"));
    }

    @Test
    void an_organisation_that_nobody_knows_is_not_invited() {
        fixture.given()
                .events(foundedBy(BERLIN))
                .when()
                .command(new InviteOrganization(GHOUTA, INVITATION, PARIS, BERLIN, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-organization", Map.of("id", "paris")));
    }

    @Test
    void a_plain_member_does_not_invite() {
        fixture.given()
                .events(foundedBy(GENEVA), joined(BERLIN), registered(PARIS))
                .when()
                .command(new InviteOrganization(GHOUTA, INVITATION, PARIS, BERLIN, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotAllowed.class, "steward-only"));
    }

    @Test
    void a_steward_who_stepped_down_does_not_invite() {
        fixture.given()
                .events(
                        foundedBy(BERLIN),
                        joined(GENEVA),
                        new StewardAppointed(GHOUTA, GENEVA, BERLIN, NOW),
                        new StewardSteppedDown(GHOUTA, BERLIN, NOW),
                        registered(PARIS))
                .when()
                .command(new InviteOrganization(GHOUTA, INVITATION, PARIS, BERLIN, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotAllowed.class, "steward-only"));
    }

    @Test
    void an_outsider_sees_no_coalition_to_invite_to() {
        fixture.given()
                .events(foundedBy(GENEVA), registered(PARIS))
                .when()
                .command(new InviteOrganization(GHOUTA, INVITATION, PARIS, BERLIN, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-coalition"));
    }
}
