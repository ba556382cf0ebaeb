package org.tansiq.domain.members;

import static org.tansiq.domain.Scene.BERLIN;
import static org.tansiq.domain.Scene.GHOUTA;
import static org.tansiq.domain.Scene.NOW;
import static org.tansiq.domain.Scene.PARIS;
import static org.tansiq.domain.Scene.fixture;
import static org.tansiq.domain.Scene.foundedBy;
import static org.tansiq.domain.Scene.joined;
import static org.tansiq.domain.Scene.left;
import static org.tansiq.domain.Scene.refusedAs;

import org.axonframework.test.fixture.AxonTestFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.shared.Conflict;

class LeavingCoalitionsTest {
    private static final InvitationId INVITATION = new InvitationId("i-1");
    private static final OrganizationInvited INVITED = new OrganizationInvited(GHOUTA, INVITATION, PARIS, BERLIN, NOW);
    private final AxonTestFixture fixture = fixture();

    @AfterEach
    void stop() {
        fixture.stop();
    }

    @Test
    void a_member_leaves() {
        fixture.given()
                .events(foundedBy(BERLIN), joined(PARIS))
                .when()
                .command(new LeaveCoalition(GHOUTA, PARIS, NOW))
                .then()
                .events(left(PARIS));
    }

    @Test
    void a_steward_leaves_while_another_remains() {
        fixture.given()
                .events(foundedBy(BERLIN), joined(PARIS), new StewardAppointed(GHOUTA, PARIS, BERLIN, NOW))
                .when()
                .command(new LeaveCoalition(GHOUTA, BERLIN, NOW))
                .then()
                .events(left(BERLIN));
    }

    @Test
    void leaving_twice_is_leaving_once() {
        fixture.given()
                .events(foundedBy(BERLIN), joined(PARIS), left(PARIS))
                .when()
                .command(new LeaveCoalition(GHOUTA, PARIS, NOW))
                .then()
                .success()
                .noEvents();
    }

    @Test
    void whoever_was_only_invited_has_nothing_to_leave() {
        fixture.given()
                .events(foundedBy(BERLIN), INVITED)
                .when()
                .command(new LeaveCoalition(GHOUTA, PARIS, NOW))
                .then()
                .success()
                .noEvents();
    }

    @Test
    void the_last_steward_does_not_leave() {
        fixture.given()
                .events(foundedBy(BERLIN), joined(PARIS))
                .when()
                .command(new LeaveCoalition(GHOUTA, BERLIN, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(Conflict.class, "last-steward"));
    }

    @Test
    void not_even_alone() {
        fixture.given()
                .events(foundedBy(BERLIN))
                .when()
                .command(new LeaveCoalition(GHOUTA, BERLIN, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(Conflict.class, "last-steward"));
    }
}
