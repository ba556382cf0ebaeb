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
import static org.tansiq.domain.Scene.registered;

import org.axonframework.test.fixture.AxonTestFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.shared.Conflict;
import org.tansiq.domain.shared.NotAllowed;
import org.tansiq.domain.shared.NotFound;

class AdmittingObserversTest {
    private static final AdmitObserver ADMIT = new AdmitObserver(GHOUTA, GENEVA, BERLIN, NOW);
    private static final ObserverAdmitted ADMITTED = new ObserverAdmitted(GHOUTA, GENEVA, BERLIN, NOW);
    private static final ObserverDismissed DISMISSED = new ObserverDismissed(GHOUTA, GENEVA, BERLIN, NOW);

    private final AxonTestFixture fixture = fixture();

    @AfterEach
    void stop() {
        fixture.stop();
    }

    @Test
    void a_steward_lets_an_organisation_watch() {
        fixture.given()
                .events(registered(GENEVA), foundedBy(BERLIN))
                .when()
                .command(ADMIT)
                .then()
                .events(ADMITTED);
    }

    @Test
    void whoever_is_invited_may_watch_meanwhile() {
        fixture.given()
                .events(
                        registered(GENEVA),
                        foundedBy(BERLIN),
                        new OrganizationInvited(GHOUTA, new InvitationId("i"), GENEVA, BERLIN, NOW))
                .when()
                .command(ADMIT)
                .then()
                .events(ADMITTED);
    }

    @Test
    void a_plain_member_lets_nobody_watch() {
        fixture.given()
                .events(registered(GENEVA), foundedBy(PARIS), joined(BERLIN))
                .when()
                .command(ADMIT)
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotAllowed.class, "steward-only"));
    }

    @Test
    void an_outsider_lets_nobody_watch() {
        fixture.given()
                .events(registered(GENEVA), foundedBy(PARIS))
                .when()
                .command(ADMIT)
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-coalition"));
    }

    @Test
    void an_observer_lets_nobody_else_watch() {
        fixture.given()
                .events(registered(GENEVA), registered(PARIS), foundedBy(BERLIN), ADMITTED)
                .when()
                .command(new AdmitObserver(GHOUTA, PARIS, GENEVA, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-coalition"));
    }

    @Test
    void who_is_not_registered_does_not_watch() {
        fixture.given()
                .events(foundedBy(BERLIN))
                .when()
                .command(ADMIT)
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-organization"));
    }

    @Test
    void a_member_does_not_watch() {
        fixture.given()
                .events(registered(GENEVA), foundedBy(BERLIN), joined(GENEVA))
                .when()
                .command(ADMIT)
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(Conflict.class, "already-member"));
    }

    @Test
    void who_watches_already_is_not_let_in_again() {
        fixture.given()
                .events(registered(GENEVA), foundedBy(BERLIN), ADMITTED)
                .when()
                .command(ADMIT)
                .then()
                .success()
                .noEvents();
    }

    @Test
    void who_left_may_watch() {
        fixture.given()
                .events(registered(GENEVA), foundedBy(BERLIN), joined(GENEVA), left(GENEVA))
                .when()
                .command(ADMIT)
                .then()
                .events(ADMITTED);
    }

    @Test
    void who_joined_and_left_watches_no_more() {
        fixture.given()
                .events(registered(GENEVA), foundedBy(BERLIN), ADMITTED, joined(GENEVA), left(GENEVA))
                .when()
                .command(ADMIT)
                .then()
                .events(ADMITTED);
    }

    @Test
    void a_steward_ends_it() {
        fixture.given()
                .events(registered(GENEVA), foundedBy(BERLIN), ADMITTED)
                .when()
                .command(new DismissObserver(GHOUTA, GENEVA, BERLIN, NOW))
                .then()
                .events(DISMISSED);
    }

    @Test
    void the_observer_ends_it() {
        fixture.given()
                .events(registered(GENEVA), foundedBy(BERLIN), ADMITTED)
                .when()
                .command(new DismissObserver(GHOUTA, GENEVA, GENEVA, NOW))
                .then()
                .events(new ObserverDismissed(GHOUTA, GENEVA, GENEVA, NOW));
    }

    @Test
    void a_plain_member_ends_nothing() {
        fixture.given()
                .events(registered(GENEVA), foundedBy(BERLIN), joined(PARIS), ADMITTED)
                .when()
                .command(new DismissObserver(GHOUTA, GENEVA, PARIS, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotAllowed.class, "steward-only"));
    }

    @Test
    void an_outsider_ends_nothing() {
        fixture.given()
                .events(registered(GENEVA), foundedBy(BERLIN), ADMITTED)
                .when()
                .command(new DismissObserver(GHOUTA, GENEVA, PARIS, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-coalition"));
    }

    @Test
    void who_does_not_watch_ends_nothing() {
        fixture.given()
                .events(registered(GENEVA), foundedBy(BERLIN))
                .when()
                .command(new DismissObserver(GHOUTA, GENEVA, GENEVA, NOW))
                .then()
                .success()
                .noEvents();
    }

    @Test
    void ending_it_again_changes_nothing() {
        fixture.given()
                .events(registered(GENEVA), foundedBy(BERLIN), ADMITTED, DISMISSED)
                .when()
                .command(new DismissObserver(GHOUTA, GENEVA, BERLIN, NOW))
                .then()
                .success()
                .noEvents();
    }

    @Test
    void who_joined_does_not_watch_any_more() {
        fixture.given()
                .events(registered(GENEVA), foundedBy(BERLIN), ADMITTED, joined(GENEVA))
                .when()
                .command(new DismissObserver(GHOUTA, GENEVA, BERLIN, NOW))
                .then()
                .success()
                .noEvents();
    }
}
