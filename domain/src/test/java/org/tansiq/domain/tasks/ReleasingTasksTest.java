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
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Conflict;
import org.tansiq.domain.shared.NotAllowed;
import org.tansiq.domain.shared.NotFound;

class ReleasingTasksTest {
    private final AxonTestFixture fixture = fixture();

    @AfterEach
    void stop() {
        fixture.stop();
    }

    @Test
    void the_holder_gives_a_task_back() {
        fixture.given()
                .events(foundedBy(PARIS), joined(BERLIN), joined(GENEVA), openedBy(PARIS), heldBy(BERLIN))
                .when()
                .command(new ReleaseTask(GHOUTA, PERMIT, BERLIN, NOW))
                .then()
                .events(releasedBy(BERLIN));
    }

    @Test
    void whoever_took_it_over_gives_it_back() {
        fixture.given()
                .events(
                        foundedBy(PARIS),
                        joined(BERLIN),
                        joined(GENEVA),
                        openedBy(PARIS),
                        heldBy(PARIS),
                        offered(PARIS, BERLIN),
                        new TaskHandedOver(GHOUTA, PERMIT, PARIS, BERLIN, NOW))
                .when()
                .command(new ReleaseTask(GHOUTA, PERMIT, BERLIN, NOW))
                .then()
                .events(releasedBy(BERLIN));
    }

    @Test
    void a_holder_that_left_still_gives_it_back() {
        fixture.given()
                .events(foundedBy(PARIS), joined(BERLIN), joined(GENEVA), openedBy(PARIS), heldBy(BERLIN), left(BERLIN))
                .when()
                .command(new ReleaseTask(GHOUTA, PERMIT, BERLIN, NOW))
                .then()
                .events(releasedBy(BERLIN));
    }

    @Test
    void giving_back_twice_is_giving_back_once_even_after_leaving() {
        fixture.given()
                .events(
                        foundedBy(PARIS),
                        joined(BERLIN),
                        joined(GENEVA),
                        openedBy(PARIS),
                        heldBy(BERLIN),
                        left(BERLIN),
                        releasedBy(BERLIN))
                .when()
                .command(new ReleaseTask(GHOUTA, PERMIT, BERLIN, NOW))
                .then()
                .success()
                .noEvents();
    }

    @Test
    void releasing_an_open_task_changes_nothing() {
        fixture.given()
                .events(foundedBy(PARIS), joined(BERLIN), joined(GENEVA), openedBy(PARIS))
                .when()
                .command(new ReleaseTask(GHOUTA, PERMIT, BERLIN, NOW))
                .then()
                .success()
                .noEvents();
    }

    @Test
    void a_task_that_another_holds_is_refused() {
        fixture.given()
                .events(foundedBy(PARIS), joined(BERLIN), joined(GENEVA), openedBy(PARIS), heldBy(PARIS))
                .when()
                .command(new ReleaseTask(GHOUTA, PERMIT, BERLIN, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotAllowed.class, "not-holder"));
    }

    @Test
    void whom_it_is_offered_to_does_not_hold_it_yet() {
        fixture.given()
                .events(
                        foundedBy(PARIS),
                        joined(BERLIN),
                        joined(GENEVA),
                        openedBy(PARIS),
                        heldBy(PARIS),
                        offered(PARIS, BERLIN))
                .when()
                .command(new ReleaseTask(GHOUTA, PERMIT, BERLIN, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotAllowed.class, "not-holder"));
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
                        doneBy(BERLIN))
                .when()
                .command(new ReleaseTask(GHOUTA, PERMIT, BERLIN, NOW))
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
                .command(new ReleaseTask(GHOUTA, PERMIT, BERLIN, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(Conflict.class, "task-cancelled"));
    }

    @Test
    void an_outsider_learns_nothing_of_an_open_task() {
        fixture.given()
                .events(foundedBy(PARIS), openedBy(PARIS))
                .when()
                .command(new ReleaseTask(GHOUTA, PERMIT, BERLIN, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-coalition"));
    }

    @Test
    void an_outsider_learns_nothing_of_a_held_task() {
        fixture.given()
                .events(foundedBy(PARIS), openedBy(PARIS), heldBy(PARIS))
                .when()
                .command(new ReleaseTask(GHOUTA, PERMIT, BERLIN, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-coalition"));
    }

    @Test
    void an_outsider_learns_nothing_of_a_task_that_is_not_there() {
        fixture.given()
                .events(foundedBy(PARIS))
                .when()
                .command(new ReleaseTask(GHOUTA, PERMIT, BERLIN, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-coalition"));
    }

    @Test
    void a_task_that_nobody_opened_is_refused() {
        fixture.given()
                .events(joined(BERLIN))
                .when()
                .command(new ReleaseTask(GHOUTA, PERMIT, BERLIN, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-task"));
    }

    @Test
    void the_holder_does_not_release_it_in_another_coalition() {
        fixture.given()
                .events(foundedBy(PARIS), joined(BERLIN), joined(GENEVA), openedBy(PARIS), heldBy(BERLIN))
                .when()
                .command(new ReleaseTask(new CoalitionId("idlib"), PERMIT, BERLIN, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-task"));
    }
}
