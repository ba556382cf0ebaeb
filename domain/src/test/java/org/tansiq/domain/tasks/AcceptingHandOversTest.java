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
import static org.tansiq.domain.tasks.Permit.releasedBy;

import org.axonframework.test.fixture.AxonTestFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.shared.Conflict;
import org.tansiq.domain.shared.NotFound;

class AcceptingHandOversTest {
    private final AxonTestFixture fixture = fixture();

    @AfterEach
    void stop() {
        fixture.stop();
    }

    @Test
    void whom_it_was_offered_to_takes_it_over() {
        fixture.given()
                .events(
                        foundedBy(PARIS),
                        joined(BERLIN),
                        joined(GENEVA),
                        openedBy(PARIS),
                        heldBy(BERLIN),
                        offered(BERLIN, GENEVA))
                .when()
                .command(new AcceptHandOver(GHOUTA, PERMIT, GENEVA, NOW))
                .then()
                .events(new TaskHandedOver(GHOUTA, PERMIT, BERLIN, GENEVA, NOW));
    }

    @Test
    void accepting_again_changes_nothing() {
        fixture.given()
                .events(
                        foundedBy(PARIS),
                        joined(BERLIN),
                        joined(GENEVA),
                        openedBy(PARIS),
                        heldBy(BERLIN),
                        offered(BERLIN, GENEVA),
                        new TaskHandedOver(GHOUTA, PERMIT, BERLIN, GENEVA, NOW))
                .when()
                .command(new AcceptHandOver(GHOUTA, PERMIT, GENEVA, NOW))
                .then()
                .success()
                .noEvents();
    }

    @Test
    void nobody_accepts_what_was_not_offered() {
        fixture.given()
                .events(foundedBy(PARIS), joined(BERLIN), joined(GENEVA), openedBy(PARIS), heldBy(BERLIN))
                .when()
                .command(new AcceptHandOver(GHOUTA, PERMIT, GENEVA, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(Conflict.class, "no-hand-over"));
    }

    @Test
    void nobody_accepts_what_was_offered_to_another() {
        fixture.given()
                .events(
                        foundedBy(PARIS),
                        joined(BERLIN),
                        joined(GENEVA),
                        openedBy(PARIS),
                        heldBy(BERLIN),
                        offered(BERLIN, PARIS))
                .when()
                .command(new AcceptHandOver(GHOUTA, PERMIT, GENEVA, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(Conflict.class, "no-hand-over"));
    }

    @Test
    void an_offer_that_was_replaced_stands_no_longer() {
        fixture.given()
                .events(
                        foundedBy(PARIS),
                        joined(BERLIN),
                        joined(GENEVA),
                        openedBy(PARIS),
                        heldBy(BERLIN),
                        offered(BERLIN, GENEVA),
                        offered(BERLIN, PARIS))
                .when()
                .command(new AcceptHandOver(GHOUTA, PERMIT, GENEVA, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(Conflict.class, "no-hand-over"));
    }

    @Test
    void an_offer_that_was_declined_stands_no_longer() {
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
                .command(new AcceptHandOver(GHOUTA, PERMIT, GENEVA, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(Conflict.class, "no-hand-over"));
    }

    @Test
    void an_offer_dies_with_a_release() {
        fixture.given()
                .events(
                        foundedBy(PARIS),
                        joined(BERLIN),
                        joined(GENEVA),
                        openedBy(PARIS),
                        heldBy(BERLIN),
                        offered(BERLIN, GENEVA),
                        releasedBy(BERLIN))
                .when()
                .command(new AcceptHandOver(GHOUTA, PERMIT, GENEVA, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(Conflict.class, "no-hand-over"));
    }

    @Test
    void an_offer_that_died_does_not_rise_with_the_next_claim() {
        fixture.given()
                .events(
                        foundedBy(PARIS),
                        joined(BERLIN),
                        joined(GENEVA),
                        openedBy(PARIS),
                        heldBy(BERLIN),
                        offered(BERLIN, GENEVA),
                        releasedBy(BERLIN),
                        heldBy(BERLIN))
                .when()
                .command(new AcceptHandOver(GHOUTA, PERMIT, GENEVA, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(Conflict.class, "no-hand-over"));
    }

    @Test
    void a_task_that_is_done_is_refused() {
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
                .command(new AcceptHandOver(GHOUTA, PERMIT, GENEVA, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(Conflict.class, "task-done"));
    }

    @Test
    void a_task_that_was_cancelled_is_refused() {
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
                .command(new AcceptHandOver(GHOUTA, PERMIT, GENEVA, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(Conflict.class, "task-cancelled"));
    }

    @Test
    void whoever_left_since_takes_over_nothing() {
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
                .command(new AcceptHandOver(GHOUTA, PERMIT, GENEVA, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-coalition"));
    }

    @Test
    void a_task_that_nobody_opened_is_refused() {
        fixture.given()
                .events(joined(GENEVA))
                .when()
                .command(new AcceptHandOver(GHOUTA, PERMIT, GENEVA, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-task"));
    }
}
