package org.tansiq.domain.members;

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

import java.util.Map;
import org.axonframework.test.fixture.AxonTestFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.shared.NotAllowed;
import org.tansiq.domain.shared.NotFound;

class AppointingStewardsTest {
    private final AxonTestFixture fixture = fixture();

    @AfterEach
    void stop() {
        fixture.stop();
    }

    @Test
    void a_steward_makes_a_member_a_steward() {
        fixture.given()
                .events(foundedBy(BERLIN), joined(PARIS))
                .when()
                .command(new AppointSteward(GHOUTA, PARIS, BERLIN, NOW))
                .then()
                .events(new StewardAppointed(GHOUTA, PARIS, BERLIN, NOW));
    }

    @Test
    void appointing_again_changes_nothing() {
        fixture.given()
                .events(foundedBy(BERLIN), joined(PARIS), new StewardAppointed(GHOUTA, PARIS, BERLIN, NOW))
                .when()
                .command(new AppointSteward(GHOUTA, PARIS, BERLIN, NOW))
                .then()
                .success()
                .noEvents();
    }

    @Test
    void an_outsider_is_not_appointed() {
        fixture.given()
                .events(foundedBy(BERLIN))
                .when()
                .command(new AppointSteward(GHOUTA, PARIS, BERLIN, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-organization", Map.of("id", "paris")));
    }

    @Test
    void whoever_left_is_not_appointed() {
        fixture.given()
                .events(foundedBy(BERLIN), joined(PARIS), left(PARIS))
                .when()
                .command(new AppointSteward(GHOUTA, PARIS, BERLIN, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-organization"));
    }

    @Test
    void a_plain_member_appoints_nobody() {
        fixture.given()
                .events(foundedBy(GENEVA), joined(BERLIN), joined(PARIS))
                .when()
                .command(new AppointSteward(GHOUTA, PARIS, BERLIN, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotAllowed.class, "steward-only"));
    }

    @Test
    void an_outsider_appoints_nobody() {
        fixture.given()
                .events(foundedBy(GENEVA), joined(PARIS))
                .when()
                .command(new AppointSteward(GHOUTA, PARIS, BERLIN, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-coalition"));
    }
}
