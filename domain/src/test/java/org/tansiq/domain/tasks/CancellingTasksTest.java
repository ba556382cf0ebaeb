package org.tansiq.domain.tasks;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import org.tansiq.domain.shared.Invalid;
import org.tansiq.domain.shared.Limits;
import org.tansiq.domain.shared.NotAllowed;
import org.tansiq.domain.shared.NotFound;
import org.tansiq.domain.shared.Text;

class CancellingTasksTest {
    private final AxonTestFixture fixture = fixture();

    @AfterEach
    void stop() {
        fixture.stop();
    }

    @Test
    void whoever_opened_it_cancels_it() {
        fixture.given()
                .events(foundedBy(PARIS), joined(BERLIN), joined(GENEVA), openedBy(BERLIN))
                .when()
                .command(new CancelTask(GHOUTA, PERMIT, BERLIN, Text.of("en", "no permit is needed"), NOW))
                .then()
                .events(cancelledBy(BERLIN));
    }

    @Test
    void a_steward_cancels_it() {
        fixture.given()
                .events(foundedBy(PARIS), joined(BERLIN), joined(GENEVA), openedBy(BERLIN))
                .when()
                .command(new CancelTask(GHOUTA, PERMIT, PARIS, Text.of("en", "no permit is needed"), NOW))
                .then()
                .events(cancelledBy(PARIS));
    }

    @Test
    void a_held_task_is_cancelled_too() {
        fixture.given()
                .events(
                        foundedBy(PARIS),
                        joined(BERLIN),
                        joined(GENEVA),
                        openedBy(BERLIN),
                        heldBy(GENEVA),
                        offered(GENEVA, PARIS))
                .when()
                .command(new CancelTask(GHOUTA, PERMIT, BERLIN, Text.of("en", "no permit is needed"), NOW))
                .then()
                .events(cancelledBy(BERLIN));
    }

    @Test
    void a_reason_may_be_missing() {
        fixture.given()
                .events(foundedBy(PARIS), joined(BERLIN), joined(GENEVA), openedBy(BERLIN))
                .when()
                .command(new CancelTask(GHOUTA, PERMIT, BERLIN, Text.of("en", ""), NOW))
                .then()
                .events(new TaskCancelled(GHOUTA, PERMIT, BERLIN, Text.of("en", ""), NOW));
    }

    @Test
    void cancelling_again_changes_nothing() {
        fixture.given()
                .events(foundedBy(PARIS), joined(BERLIN), joined(GENEVA), openedBy(BERLIN), cancelledBy(PARIS))
                .when()
                .command(new CancelTask(GHOUTA, PERMIT, BERLIN, Text.of("en", "no permit is needed"), NOW))
                .then()
                .success()
                .noEvents();
    }

    @Test
    void the_holder_alone_does_not_cancel_it() {
        fixture.given()
                .events(foundedBy(PARIS), joined(BERLIN), joined(GENEVA), openedBy(BERLIN), heldBy(GENEVA))
                .when()
                .command(new CancelTask(GHOUTA, PERMIT, GENEVA, Text.of("en", "no permit is needed"), NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotAllowed.class, "not-opener"));
    }

    @Test
    void what_is_done_stays_done() {
        fixture.given()
                .events(
                        foundedBy(PARIS),
                        joined(BERLIN),
                        joined(GENEVA),
                        openedBy(BERLIN),
                        heldBy(GENEVA),
                        doneBy(GENEVA))
                .when()
                .command(new CancelTask(GHOUTA, PERMIT, BERLIN, Text.of("en", "no permit is needed"), NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(Conflict.class, "task-done"));
    }

    @Test
    void whoever_left_cancels_nothing() {
        fixture.given()
                .events(foundedBy(PARIS), joined(BERLIN), joined(GENEVA), openedBy(BERLIN), left(BERLIN))
                .when()
                .command(new CancelTask(GHOUTA, PERMIT, BERLIN, Text.of("en", "no permit is needed"), NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-coalition"));
    }

    @Test
    void a_task_that_nobody_opened_is_refused() {
        fixture.given()
                .events(foundedBy(PARIS))
                .when()
                .command(new CancelTask(GHOUTA, PERMIT, PARIS, Text.of("en", "no permit is needed"), NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-task"));
    }

    @Test
    void a_reason_over_its_limit_is_refused() {
        assertThatThrownBy(() -> new CancelTask(
                        GHOUTA, PERMIT, BERLIN, Text.of("en", "x".repeat(Limits.TEXT_LENGTH_MAX + 1)), NOW))
                .satisfies(refusedAs(Invalid.class, "text-too-long"));
    }
}
