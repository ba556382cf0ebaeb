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
import static org.tansiq.domain.tasks.Permit.releasedBy;

import java.util.Map;
import org.axonframework.test.fixture.AxonTestFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.shared.Conflict;
import org.tansiq.domain.shared.Invalid;
import org.tansiq.domain.shared.NotAllowed;
import org.tansiq.domain.shared.NotFound;

class HandingOverTasksTest {
    private final AxonTestFixture fixture = fixture();

    @AfterEach
    void stop() {
        fixture.stop();
    }

    @Test
    void the_holder_offers_a_task_to_another_member() {
        fixture.given()
                .events(foundedBy(PARIS), joined(BERLIN), joined(GENEVA), openedBy(PARIS), heldBy(BERLIN))
                .when()
                .command(new HandOverTask(GHOUTA, PERMIT, GENEVA, BERLIN, NOW))
                .then()
                .events(offered(BERLIN, GENEVA));
    }

    @Test
    void offering_it_again_changes_nothing() {
        fixture.given()
                .events(
                        foundedBy(PARIS),
                        joined(BERLIN),
                        joined(GENEVA),
                        openedBy(PARIS),
                        heldBy(BERLIN),
                        offered(BERLIN, GENEVA))
                .when()
                .command(new HandOverTask(GHOUTA, PERMIT, GENEVA, BERLIN, NOW))
                .then()
                .success()
                .noEvents();
    }

    @Test
    void a_later_offer_takes_the_place_of_an_earlier_one() {
        fixture.given()
                .events(
                        foundedBy(PARIS),
                        joined(BERLIN),
                        joined(GENEVA),
                        openedBy(PARIS),
                        heldBy(BERLIN),
                        offered(BERLIN, PARIS))
                .when()
                .command(new HandOverTask(GHOUTA, PERMIT, GENEVA, BERLIN, NOW))
                .then()
                .events(offered(BERLIN, GENEVA));
    }

    @Test
    void an_offer_that_died_with_a_release_is_made_anew() {
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
                .command(new HandOverTask(GHOUTA, PERMIT, GENEVA, BERLIN, NOW))
                .then()
                .events(offered(BERLIN, GENEVA));
    }

    @Test
    void an_outsider_is_offered_nothing() {
        fixture.given()
                .events(foundedBy(PARIS), joined(BERLIN), openedBy(PARIS), heldBy(BERLIN))
                .when()
                .command(new HandOverTask(GHOUTA, PERMIT, GENEVA, BERLIN, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-organization", Map.of("id", "geneva")));
    }

    @Test
    void whoever_left_is_offered_nothing() {
        fixture.given()
                .events(foundedBy(PARIS), joined(BERLIN), joined(GENEVA), openedBy(PARIS), heldBy(BERLIN), left(GENEVA))
                .when()
                .command(new HandOverTask(GHOUTA, PERMIT, GENEVA, BERLIN, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-organization"));
    }

    @Test
    void a_task_that_another_holds_is_refused() {
        fixture.given()
                .events(foundedBy(PARIS), joined(BERLIN), joined(GENEVA), openedBy(PARIS), heldBy(PARIS))
                .when()
                .command(new HandOverTask(GHOUTA, PERMIT, GENEVA, BERLIN, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotAllowed.class, "not-holder"));
    }

    @Test
    void an_open_task_is_refused() {
        fixture.given()
                .events(foundedBy(PARIS), joined(BERLIN), joined(GENEVA), openedBy(PARIS))
                .when()
                .command(new HandOverTask(GHOUTA, PERMIT, GENEVA, BERLIN, NOW))
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
                .command(new HandOverTask(GHOUTA, PERMIT, GENEVA, BERLIN, NOW))
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
                .command(new HandOverTask(GHOUTA, PERMIT, GENEVA, BERLIN, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(Conflict.class, "task-cancelled"));
    }

    @Test
    void a_holder_that_left_offers_nothing() {
        fixture.given()
                .events(foundedBy(PARIS), joined(BERLIN), joined(GENEVA), openedBy(PARIS), heldBy(BERLIN), left(BERLIN))
                .when()
                .command(new HandOverTask(GHOUTA, PERMIT, GENEVA, BERLIN, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-coalition"));
    }

    @Test
    void a_task_that_nobody_opened_is_refused() {
        fixture.given()
                .events(joined(BERLIN), joined(GENEVA))
                .when()
                .command(new HandOverTask(GHOUTA, PERMIT, GENEVA, BERLIN, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-task"));
    }

    @Test
    void nobody_hands_over_to_itself() {
        assertThatThrownBy(() -> new HandOverTask(GHOUTA, PERMIT, BERLIN, BERLIN, NOW))
                .satisfies(refusedAs(Invalid.class, "hand-over-to-self"));
    }
}
