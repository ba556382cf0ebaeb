package org.tansiq.domain.members;

import static org.tansiq.domain.Scene.BERLIN;
import static org.tansiq.domain.Scene.GENEVA;
import static org.tansiq.domain.Scene.GHOUTA;
import static org.tansiq.domain.Scene.NAME;
import static org.tansiq.domain.Scene.NOW;
import static org.tansiq.domain.Scene.PARIS;
import static org.tansiq.domain.Scene.fixture;
import static org.tansiq.domain.Scene.foundedBy;
import static org.tansiq.domain.Scene.left;
import static org.tansiq.domain.Scene.refusedAs;

import java.util.Map;
import org.axonframework.test.fixture.AxonTestFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.shared.NotFound;

class AcceptingInvitationsTest {
    private static final InvitationId INVITATION = new InvitationId("i-1");
    private static final OrganizationInvited INVITED = new OrganizationInvited(GHOUTA, INVITATION, PARIS, BERLIN, NOW);
    private final AxonTestFixture fixture = fixture();

    @AfterEach
    void stop() {
        fixture.stop();
    }

    @Test
    void whoever_was_invited_comes_in() {
        fixture.given()
                .events(foundedBy(BERLIN), INVITED)
                .when()
                .command(new AcceptInvitation(GHOUTA, INVITATION, PARIS, NOW))
                .then()
                .events(new OrganizationJoined(GHOUTA, PARIS, INVITATION, null, NOW));
    }

    @Test
    void whoever_asked_as_well_comes_in_by_the_invitation() {
        fixture.given()
                .events(
                        foundedBy(BERLIN),
                        INVITED,
                        new JoinRequested(GHOUTA, new JoinRequestId("r-1"), PARIS, NAME, NOW))
                .when()
                .command(new AcceptInvitation(GHOUTA, INVITATION, PARIS, NOW))
                .then()
                .events(new OrganizationJoined(GHOUTA, PARIS, INVITATION, null, NOW));
    }

    @Test
    void accepting_again_changes_nothing() {
        fixture.given()
                .events(foundedBy(BERLIN), INVITED, new OrganizationJoined(GHOUTA, PARIS, INVITATION, null, NOW))
                .when()
                .command(new AcceptInvitation(GHOUTA, INVITATION, PARIS, NOW))
                .then()
                .success()
                .noEvents();
    }

    @Test
    void accepting_again_changes_nothing_for_who_became_a_steward() {
        fixture.given()
                .events(
                        foundedBy(BERLIN),
                        INVITED,
                        new OrganizationJoined(GHOUTA, PARIS, INVITATION, null, NOW),
                        new StewardAppointed(GHOUTA, PARIS, BERLIN, NOW))
                .when()
                .command(new AcceptInvitation(GHOUTA, INVITATION, PARIS, NOW))
                .then()
                .success()
                .noEvents();
    }

    @Test
    void whoever_left_does_not_come_back_by_the_same_invitation() {
        fixture.given()
                .events(
                        foundedBy(BERLIN),
                        INVITED,
                        new OrganizationJoined(GHOUTA, PARIS, INVITATION, null, NOW),
                        left(PARIS))
                .when()
                .command(new AcceptInvitation(GHOUTA, INVITATION, PARIS, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-invitation"));
    }

    @Test
    void the_invitation_of_another_is_refused() {
        fixture.given()
                .events(foundedBy(BERLIN), INVITED)
                .when()
                .command(new AcceptInvitation(GHOUTA, INVITATION, GENEVA, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-invitation"));
    }

    @Test
    void another_invitation_than_the_open_one_is_refused() {
        fixture.given()
                .events(foundedBy(BERLIN), INVITED)
                .when()
                .command(new AcceptInvitation(GHOUTA, new InvitationId("i-2"), PARIS, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-invitation", Map.of("id", "i-2")));
    }

    @Test
    void a_declined_invitation_is_refused() {
        fixture.given()
                .events(foundedBy(BERLIN), INVITED, new InvitationDeclined(GHOUTA, INVITATION, PARIS, NOW))
                .when()
                .command(new AcceptInvitation(GHOUTA, INVITATION, PARIS, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-invitation"));
    }
}
