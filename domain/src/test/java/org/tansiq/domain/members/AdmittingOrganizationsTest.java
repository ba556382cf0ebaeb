package org.tansiq.domain.members;

import static org.tansiq.domain.Scene.BERLIN;
import static org.tansiq.domain.Scene.GENEVA;
import static org.tansiq.domain.Scene.GHOUTA;
import static org.tansiq.domain.Scene.NOW;
import static org.tansiq.domain.Scene.PARIS;
import static org.tansiq.domain.Scene.fixture;
import static org.tansiq.domain.Scene.foundedBy;
import static org.tansiq.domain.Scene.joined;
import static org.tansiq.domain.Scene.refusedAs;

import java.util.Map;
import org.axonframework.test.fixture.AxonTestFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.shared.NotAllowed;
import org.tansiq.domain.shared.NotFound;
import org.tansiq.domain.shared.Text;

class AdmittingOrganizationsTest {
    private static final JoinRequestId REQUEST = new JoinRequestId("r-1");
    private static final Text MESSAGE = Text.of("ar", "نود المشاركة");
    private static final JoinRequested REQUESTED = new JoinRequested(GHOUTA, REQUEST, PARIS, MESSAGE, NOW);
    private final AxonTestFixture fixture = fixture();

    @AfterEach
    void stop() {
        fixture.stop();
    }

    @Test
    void a_steward_lets_in_whoever_asked() {
        fixture.given()
                .events(foundedBy(BERLIN), REQUESTED)
                .when()
                .command(new AdmitOrganization(GHOUTA, REQUEST, PARIS, BERLIN, NOW))
                .then()
                .events(new OrganizationJoined(GHOUTA, PARIS, null, REQUEST, NOW));
    }

    @Test
    void a_request_that_was_refused_is_open_no_longer() {
        fixture.given()
                .events(foundedBy(BERLIN), REQUESTED, new JoinRefused(GHOUTA, REQUEST, PARIS, BERLIN, NOW))
                .when()
                .command(new AdmitOrganization(GHOUTA, REQUEST, PARIS, BERLIN, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-join-request"));
    }

    @Test
    void a_request_that_nobody_made_is_refused() {
        fixture.given()
                .events(foundedBy(BERLIN))
                .when()
                .command(new AdmitOrganization(GHOUTA, REQUEST, PARIS, BERLIN, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-join-request", Map.of("id", "r-1")));
    }

    @Test
    void the_request_of_another_organisation_is_refused() {
        fixture.given()
                .events(foundedBy(BERLIN), REQUESTED)
                .when()
                .command(new AdmitOrganization(GHOUTA, REQUEST, GENEVA, BERLIN, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-join-request"));
    }

    @Test
    void a_plain_member_admits_nobody() {
        fixture.given()
                .events(foundedBy(GENEVA), joined(BERLIN), REQUESTED)
                .when()
                .command(new AdmitOrganization(GHOUTA, REQUEST, PARIS, BERLIN, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotAllowed.class, "steward-only"));
    }

    @Test
    void an_outsider_admits_nobody() {
        fixture.given()
                .events(foundedBy(GENEVA), REQUESTED)
                .when()
                .command(new AdmitOrganization(GHOUTA, REQUEST, PARIS, BERLIN, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-coalition"));
    }

    @Test
    void admitting_again_changes_nothing() {
        fixture.given()
                .events(foundedBy(BERLIN), REQUESTED, new OrganizationJoined(GHOUTA, PARIS, null, REQUEST, NOW))
                .when()
                .command(new AdmitOrganization(GHOUTA, REQUEST, PARIS, BERLIN, NOW))
                .then()
                .success()
                .noEvents();
    }

    @Test
    void who_came_in_by_an_invitation_has_no_request_open() {
        fixture.given()
                .events(
                        foundedBy(BERLIN),
                        REQUESTED,
                        new OrganizationJoined(GHOUTA, PARIS, new InvitationId("i-1"), null, NOW))
                .when()
                .command(new AdmitOrganization(GHOUTA, REQUEST, PARIS, BERLIN, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-join-request"));
    }

    @Test
    void nobody_admits_itself() {
        fixture.given()
                .events(foundedBy(BERLIN), REQUESTED)
                .when()
                .command(new AdmitOrganization(GHOUTA, REQUEST, PARIS, PARIS, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-coalition"));
    }
}
