package org.tansiq.domain.members;

import static org.tansiq.domain.Scene.BERLIN;
import static org.tansiq.domain.Scene.GHOUTA;
import static org.tansiq.domain.Scene.NAME;
import static org.tansiq.domain.Scene.NOW;
import static org.tansiq.domain.Scene.PARIS;
import static org.tansiq.domain.Scene.PURPOSE;
import static org.tansiq.domain.Scene.fixture;
import static org.tansiq.domain.Scene.foundedBy;
import static org.tansiq.domain.Scene.joined;
import static org.tansiq.domain.Scene.left;
import static org.tansiq.domain.Scene.refusedAs;

import org.axonframework.test.fixture.AxonTestFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Conflict;
import org.tansiq.domain.shared.NotFound;

class SteppingDownTest {
    private final AxonTestFixture fixture = fixture();

    @AfterEach
    void stop() {
        fixture.stop();
    }

    @Test
    void a_steward_steps_down_while_another_remains() {
        fixture.given()
                .events(foundedBy(BERLIN), joined(PARIS), new StewardAppointed(GHOUTA, PARIS, BERLIN, NOW))
                .when()
                .command(new StepDown(GHOUTA, BERLIN, NOW))
                .then()
                .events(new StewardSteppedDown(GHOUTA, BERLIN, NOW));
    }

    @Test
    void a_plain_member_has_nothing_to_step_down_from() {
        fixture.given()
                .events(foundedBy(BERLIN), joined(PARIS))
                .when()
                .command(new StepDown(GHOUTA, PARIS, NOW))
                .then()
                .success()
                .noEvents();
    }

    @Test
    void the_last_steward_stays_one() {
        fixture.given()
                .events(foundedBy(BERLIN), joined(PARIS))
                .when()
                .command(new StepDown(GHOUTA, BERLIN, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(Conflict.class, "last-steward"));
    }

    @Test
    void the_last_steward_stays_one_after_the_other_left() {
        fixture.given()
                .events(foundedBy(BERLIN), joined(PARIS), new StewardAppointed(GHOUTA, PARIS, BERLIN, NOW), left(PARIS))
                .when()
                .command(new StepDown(GHOUTA, BERLIN, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(Conflict.class, "last-steward"));
    }

    @Test
    void a_steward_of_another_coalition_does_not_count() {
        fixture.given()
                .events(foundedBy(BERLIN), new CoalitionFounded(new CoalitionId("idlib"), PARIS, NAME, PURPOSE, NOW))
                .when()
                .command(new StepDown(GHOUTA, BERLIN, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(Conflict.class, "last-steward"));
    }

    @Test
    void an_outsider_sees_no_coalition() {
        fixture.given()
                .events(foundedBy(BERLIN))
                .when()
                .command(new StepDown(GHOUTA, PARIS, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-coalition"));
    }
}
