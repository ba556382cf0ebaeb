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
import org.tansiq.domain.shared.Conflict;
import org.tansiq.domain.shared.NotAllowed;
import org.tansiq.domain.shared.NotFound;

class CompletingTasksTest {
    private final AxonTestFixture fixture = fixture();

    @AfterEach
    void stop() {
        fixture.stop();
    }

    @Test
    void the_holder_has_done_it() {
        fixture.given()
                .events(foundedBy(PARIS), joined(BERLIN), joined(GENEVA), openedBy(PARIS), heldBy(BERLIN))
                .when()
                .command(new CompleteTask(GHOUTA, PERMIT, BERLIN, NOW))
                .then()
                .events(doneBy(BERLIN));
    }

    @Test
    void saying_so_again_changes_nothing() {
        fixture.given()
                .events(
                        foundedBy(PARIS),
                        joined(BERLIN),
                        joined(GENEVA),
                        openedBy(PARIS),
                        heldBy(BERLIN),
                        doneBy(BERLIN))
                .when()
                .command(new CompleteTask(GHOUTA, PERMIT, BERLIN, NOW))
                .then()
                .success()
                .noEvents();
    }

    @Test
    void a_task_that_another_holds_is_refused() {
        fixture.given()
                .events(foundedBy(PARIS), joined(BERLIN), joined(GENEVA), openedBy(PARIS), heldBy(PARIS))
                .when()
                .command(new CompleteTask(GHOUTA, PERMIT, BERLIN, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotAllowed.class, "not-holder"));
    }

    @Test
    void whoever_handed_it_over_holds_it_no_longer() {
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
                .command(new CompleteTask(GHOUTA, PERMIT, BERLIN, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotAllowed.class, "not-holder"));
    }

    @Test
    void an_open_task_is_refused() {
        fixture.given()
                .events(foundedBy(PARIS), joined(BERLIN), joined(GENEVA), openedBy(PARIS))
                .when()
                .command(new CompleteTask(GHOUTA, PERMIT, BERLIN, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotAllowed.class, "not-holder"));
    }

    @Test
    void what_another_has_done_is_done() {
        fixture.given()
                .events(foundedBy(PARIS), joined(BERLIN), joined(GENEVA), openedBy(PARIS), heldBy(PARIS), doneBy(PARIS))
                .when()
                .command(new CompleteTask(GHOUTA, PERMIT, BERLIN, NOW))
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
                        cancelledBy(PARIS))
                .when()
                .command(new CompleteTask(GHOUTA, PERMIT, BERLIN, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(Conflict.class, "task-cancelled"));
    }

    @Test
    void a_holder_that_left_completes_nothing() {
        fixture.given()
                .events(foundedBy(PARIS), joined(BERLIN), joined(GENEVA), openedBy(PARIS), heldBy(BERLIN), left(BERLIN))
                .when()
                .command(new CompleteTask(GHOUTA, PERMIT, BERLIN, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-coalition"));
    }

    @Test
    void a_task_that_nobody_opened_is_refused() {
        fixture.given()
                .events(joined(BERLIN))
                .when()
                .command(new CompleteTask(GHOUTA, PERMIT, BERLIN, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-task"));
    }
}
