package org.tansiq.domain.members;

import static org.tansiq.domain.Scene.BERLIN;
import static org.tansiq.domain.Scene.GENEVA;
import static org.tansiq.domain.Scene.GHOUTA;
import static org.tansiq.domain.Scene.NOW;
import static org.tansiq.domain.Scene.PARIS;
import static org.tansiq.domain.Scene.fixture;
import static org.tansiq.domain.Scene.foundedBy;
import static org.tansiq.domain.Scene.refusedAs;

import org.axonframework.test.fixture.AxonTestFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.shared.NotFound;

class DecliningInvitationsTest {
    private static final InvitationId INVITATION = new InvitationId("i-1");
    private static final OrganizationInvited INVITED = new OrganizationInvited(GHOUTA, INVITATION, PARIS, BERLIN, NOW);
    private final AxonTestFixture fixture = fixture();

    @AfterEach
    void stop() {
        fixture.stop();
    }

    @Test
    void whoever_was_invited_may_say_no() {
        fixture.given()
                .events(foundedBy(BERLIN), INVITED)
                .when()
                .command(new DeclineInvitation(GHOUTA, INVITATION, PARIS, NOW))
                .then()
                .events(new InvitationDeclined(GHOUTA, INVITATION, PARIS, NOW));
    }

    @Test
    void the_invitation_of_another_is_refused() {
        fixture.given()
                .events(foundedBy(BERLIN), INVITED)
                .when()
                .command(new DeclineInvitation(GHOUTA, INVITATION, GENEVA, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-invitation"));
    }

    @Test
    void an_accepted_invitation_is_refused() {
        fixture.given()
                .events(foundedBy(BERLIN), INVITED, new OrganizationJoined(GHOUTA, PARIS, INVITATION, null, NOW))
                .when()
                .command(new DeclineInvitation(GHOUTA, INVITATION, PARIS, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-invitation"));
    }
}
