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

class RefusingOrganizationsTest {
    private static final JoinRequestId REQUEST = new JoinRequestId("r-1");
    private static final Text MESSAGE = Text.of("ar", "نود المشاركة");
    private static final JoinRequested REQUESTED = new JoinRequested(GHOUTA, REQUEST, PARIS, MESSAGE, NOW);
    private final AxonTestFixture fixture = fixture();

    @AfterEach
    void stop() {
        fixture.stop();
    }

    @Test
    void a_steward_does_not_let_in_whoever_asked() {
        fixture.given()
                .events(foundedBy(BERLIN), REQUESTED)
                .when()
                .command(new RefuseOrganization(GHOUTA, REQUEST, PARIS, BERLIN, NOW))
                .then()
                .events(new JoinRefused(GHOUTA, REQUEST, PARIS, BERLIN, NOW));
    }

    @Test
    void a_request_that_was_refused_is_open_no_longer() {
        fixture.given()
                .events(foundedBy(BERLIN), REQUESTED, new JoinRefused(GHOUTA, REQUEST, PARIS, BERLIN, NOW))
                .when()
                .command(new RefuseOrganization(GHOUTA, REQUEST, PARIS, BERLIN, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-join-request"));
    }

    @Test
    void a_request_that_nobody_made_is_refused() {
        fixture.given()
                .events(foundedBy(BERLIN))
                .when()
                .command(new RefuseOrganization(GHOUTA, REQUEST, PARIS, BERLIN, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-join-request", Map.of("id", "r-1")));
    }

    @Test
    void the_request_of_another_organisation_is_refused() {
        fixture.given()
                .events(foundedBy(BERLIN), REQUESTED)
                .when()
                .command(new RefuseOrganization(GHOUTA, REQUEST, GENEVA, BERLIN, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-join-request"));
    }

    @Test
    void a_plain_member_refuses_nobody() {
        fixture.given()
                .events(foundedBy(GENEVA), joined(BERLIN), REQUESTED)
                .when()
                .command(new RefuseOrganization(GHOUTA, REQUEST, PARIS, BERLIN, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotAllowed.class, "steward-only"));
    }

    @Test
    void an_outsider_refuses_nobody() {
        fixture.given()
                .events(foundedBy(GENEVA), REQUESTED)
                .when()
                .command(new RefuseOrganization(GHOUTA, REQUEST, PARIS, BERLIN, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-coalition"));
    }

    @Test
    void a_request_that_was_admitted_is_open_no_longer() {
        fixture.given()
                .events(foundedBy(BERLIN), REQUESTED, new OrganizationJoined(GHOUTA, PARIS, null, REQUEST, NOW))
                .when()
                .command(new RefuseOrganization(GHOUTA, REQUEST, PARIS, BERLIN, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-join-request"));
    }
}
