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
import static org.tansiq.domain.tasks.Permit.NEEDED;
import static org.tansiq.domain.tasks.Permit.PERMIT;
import static org.tansiq.domain.tasks.Permit.TITLE;
import static org.tansiq.domain.tasks.Permit.cancelledBy;
import static org.tansiq.domain.tasks.Permit.doneBy;
import static org.tansiq.domain.tasks.Permit.heldBy;
import static org.tansiq.domain.tasks.Permit.offered;
import static org.tansiq.domain.tasks.Permit.openedBy;
import static org.tansiq.domain.tasks.Permit.releasedBy;

import java.util.Map;
import org.axonframework.test.fixture.AxonTestFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Conflict;
import org.tansiq.domain.shared.NotFound;

class ClaimingTasksTest {
    private final AxonTestFixture fixture = fixture();

    @AfterEach
    void stop() {
        fixture.stop();
    }

    @Test
    void a_member_takes_an_open_task() {
        fixture.given()
                .events(foundedBy(PARIS), joined(BERLIN), joined(GENEVA), openedBy(PARIS))
                .when()
                .command(new ClaimTask(GHOUTA, PERMIT, BERLIN, NOW))
                .then()
                .events(heldBy(BERLIN));
    }

    @Test
    void claiming_again_changes_nothing() {
        fixture.given()
                .events(foundedBy(PARIS), joined(BERLIN), joined(GENEVA), openedBy(PARIS), heldBy(BERLIN))
                .when()
                .command(new ClaimTask(GHOUTA, PERMIT, BERLIN, NOW))
                .then()
                .success()
                .noEvents();
    }

    @Test
    void a_task_that_was_released_is_anybodys_again() {
        fixture.given()
                .events(
                        foundedBy(PARIS),
                        joined(BERLIN),
                        joined(GENEVA),
                        openedBy(PARIS),
                        heldBy(GENEVA),
                        releasedBy(GENEVA))
                .when()
                .command(new ClaimTask(GHOUTA, PERMIT, BERLIN, NOW))
                .then()
                .events(heldBy(BERLIN));
    }

    @Test
    void a_task_that_another_holds_is_refused() {
        fixture.given()
                .events(foundedBy(PARIS), joined(BERLIN), joined(GENEVA), openedBy(PARIS), heldBy(PARIS))
                .when()
                .command(new ClaimTask(GHOUTA, PERMIT, BERLIN, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(Conflict.class, "task-held", Map.of("holder", "paris")));
    }

    @Test
    void a_task_that_is_only_offered_to_one_is_not_claimed() {
        fixture.given()
                .events(
                        foundedBy(PARIS),
                        joined(BERLIN),
                        joined(GENEVA),
                        openedBy(PARIS),
                        heldBy(PARIS),
                        offered(PARIS, BERLIN))
                .when()
                .command(new ClaimTask(GHOUTA, PERMIT, BERLIN, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(Conflict.class, "task-held", Map.of("holder", "paris")));
    }

    @Test
    void a_task_that_was_handed_over_is_its_new_holders() {
        fixture.given()
                .events(
                        foundedBy(PARIS),
                        joined(BERLIN),
                        joined(GENEVA),
                        openedBy(PARIS),
                        heldBy(PARIS),
                        offered(PARIS, GENEVA),
                        new TaskHandedOver(GHOUTA, PERMIT, PARIS, GENEVA, NOW))
                .when()
                .command(new ClaimTask(GHOUTA, PERMIT, BERLIN, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(Conflict.class, "task-held", Map.of("holder", "geneva")));
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
                .command(new ClaimTask(GHOUTA, PERMIT, BERLIN, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(Conflict.class, "task-done"));
    }

    @Test
    void a_task_that_was_cancelled_is_refused() {
        fixture.given()
                .events(foundedBy(PARIS), joined(BERLIN), joined(GENEVA), openedBy(PARIS), cancelledBy(PARIS))
                .when()
                .command(new ClaimTask(GHOUTA, PERMIT, BERLIN, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(Conflict.class, "task-cancelled"));
    }

    @Test
    void whoever_left_claims_nothing() {
        fixture.given()
                .events(foundedBy(PARIS), joined(BERLIN), joined(GENEVA), openedBy(PARIS), left(BERLIN))
                .when()
                .command(new ClaimTask(GHOUTA, PERMIT, BERLIN, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-coalition"));
    }

    @Test
    void a_task_that_nobody_opened_is_refused() {
        fixture.given()
                .events(joined(BERLIN))
                .when()
                .command(new ClaimTask(GHOUTA, PERMIT, BERLIN, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-task", Map.of("id", "permit")));
    }

    @Test
    void a_task_of_another_coalition_does_not_exist_in_this_one() {
        fixture.given()
                .events(
                        joined(BERLIN),
                        new TaskOpened(new CoalitionId("idlib"), PERMIT, PARIS, TITLE, NEEDED, null, null, NOW))
                .when()
                .command(new ClaimTask(GHOUTA, PERMIT, BERLIN, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-task"));
    }
}
