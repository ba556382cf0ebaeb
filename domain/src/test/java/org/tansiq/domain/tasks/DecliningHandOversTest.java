package org.tansiq.domain.tasks;

import static org.tansiq.domain.Scene.BERLIN;
import static org.tansiq.domain.Scene.GENEVA;
import static org.tansiq.domain.Scene.GHOUTA;
import static org.tansiq.domain.Scene.NOW;
import static org.tansiq.domain.Scene.PARIS;
import static org.tansiq.domain.Scene.fixture;
import static org.tansiq.domain.Scene.foundedBy;
import static org.tansiq.domain.Scene.joined;
import static org.tansiq.domain.Scene.left;
import static org.tansiq.domain.Scene.refusedAs;
import static org.tansiq.domain.tasks.Permit.PERMIT;
import static org.tansiq.domain.tasks.Permit.cancelledBy;
import static org.tansiq.domain.tasks.Permit.doneBy;
import static org.tansiq.domain.tasks.Permit.heldBy;
import static org.tansiq.domain.tasks.Permit.offered;
import static org.tansiq.domain.tasks.Permit.openedBy;

import org.axonframework.test.fixture.AxonTestFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.shared.NotAllowed;
import org.tansiq.domain.shared.NotFound;

class DecliningHandOversTest {
    private final AxonTestFixture fixture = fixture();

    @AfterEach
    void stop() {
        fixture.stop();
    }

    @Test
    void whom_it_was_offered_to_says_no() {
        fixture.given()
                .events(
                        foundedBy(PARIS),
                        joined(BERLIN),
                        joined(GENEVA),
                        openedBy(PARIS),
                        heldBy(BERLIN),
                        offered(BERLIN, GENEVA))
                .when()
                .command(new DeclineHandOver(GHOUTA, PERMIT, GENEVA, NOW))
                .then()
                .events(new HandOverDeclined(GHOUTA, PERMIT, GENEVA, NOW));
    }

    @Test
    void the_holder_takes_the_offer_back() {
        fixture.given()
                .events(
                        foundedBy(PARIS),
                        joined(BERLIN),
                        joined(GENEVA),
                        openedBy(PARIS),
                        heldBy(BERLIN),
                        offered(BERLIN, GENEVA))
                .when()
                .command(new DeclineHandOver(GHOUTA, PERMIT, BERLIN, NOW))
                .then()
                .events(new HandOverDeclined(GHOUTA, PERMIT, BERLIN, NOW));
    }

    @Test
    void whoever_left_still_says_no() {
        fixture.given()
                .events(
                        foundedBy(PARIS),
                        joined(BERLIN),
                        joined(GENEVA),
                        openedBy(PARIS),
                        heldBy(BERLIN),
                        offered(BERLIN, GENEVA),
                        left(GENEVA))
                .when()
                .command(new DeclineHandOver(GHOUTA, PERMIT, GENEVA, NOW))
                .then()
                .events(new HandOverDeclined(GHOUTA, PERMIT, GENEVA, NOW));
    }

    @Test
    void saying_no_again_changes_nothing() {
        fixture.given()
                .events(
                        foundedBy(PARIS),
                        joined(BERLIN),
                        joined(GENEVA),
                        openedBy(PARIS),
                        heldBy(BERLIN),
                        offered(BERLIN, GENEVA),
                        new HandOverDeclined(GHOUTA, PERMIT, GENEVA, NOW))
                .when()
                .command(new DeclineHandOver(GHOUTA, PERMIT, GENEVA, NOW))
                .then()
                .success()
                .noEvents();
    }

    @Test
    void an_open_task_has_no_offer_to_decline() {
        fixture.given()
                .events(foundedBy(PARIS), joined(BERLIN), joined(GENEVA), openedBy(PARIS))
                .when()
                .command(new DeclineHandOver(GHOUTA, PERMIT, GENEVA, NOW))
                .then()
                .success()
                .noEvents();
    }

    @Test
    void a_task_that_is_done_has_no_offer_to_decline() {
        fixture.given()
                .events(
                        foundedBy(PARIS),
                        joined(BERLIN),
                        joined(GENEVA),
                        openedBy(PARIS),
                        heldBy(BERLIN),
                        offered(BERLIN, GENEVA),
                        doneBy(BERLIN))
                .when()
                .command(new DeclineHandOver(GHOUTA, PERMIT, GENEVA, NOW))
                .then()
                .success()
                .noEvents();
    }

    @Test
    void a_task_that_was_cancelled_has_no_offer_to_decline() {
        fixture.given()
                .events(
                        foundedBy(PARIS),
                        joined(BERLIN),
                        joined(GENEVA),
                        openedBy(PARIS),
                        heldBy(BERLIN),
                        offered(BERLIN, GENEVA),
                        cancelledBy(PARIS))
                .when()
                .command(new DeclineHandOver(GHOUTA, PERMIT, GENEVA, NOW))
                .then()
                .success()
                .noEvents();
    }

    @Test
    void a_bystander_ends_no_offer() {
        fixture.given()
                .events(
                        foundedBy(PARIS),
                        joined(BERLIN),
                        joined(GENEVA),
                        openedBy(PARIS),
                        heldBy(BERLIN),
                        offered(BERLIN, GENEVA))
                .when()
                .command(new DeclineHandOver(GHOUTA, PERMIT, PARIS, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotAllowed.class, "not-offered"));
    }

    @Test
    void an_outsider_learns_nothing() {
        fixture.given()
                .events(foundedBy(PARIS), joined(BERLIN), openedBy(PARIS), heldBy(BERLIN), offered(BERLIN, PARIS))
                .when()
                .command(new DeclineHandOver(GHOUTA, PERMIT, GENEVA, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-coalition"));
    }

    @Test
    void a_task_that_nobody_opened_is_refused() {
        fixture.given()
                .events(joined(GENEVA))
                .when()
                .command(new DeclineHandOver(GHOUTA, PERMIT, GENEVA, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-task"));
    }
}
