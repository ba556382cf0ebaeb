package org.tansiq.domain.actions;

import static org.tansiq.domain.actions.Scene.*;

import org.axonframework.test.fixture.AxonTestFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.members.OrganizationLeft;

class LeavingActionsTest {
    private static final LeaveAction BY_GREENS = new LeaveAction(GHOUTA, VIGIL, GREENS, NOW);
    private static final OrganizerJoined UNION_JOINED = new OrganizerJoined(GHOUTA, VIGIL, UNION, NOW);
    private static final OrganizerLeft GREENS_LEFT = new OrganizerLeft(GHOUTA, VIGIL, GREENS, NOW);

    private final AxonTestFixture fixture = fixture();

    @AfterEach
    void stop() {
        fixture.stop();
    }

    @Test
    void an_organiser_leaves_it_to_the_others() {
        fixture.given()
                .events(joined(GREENS), joined(UNION), scheduled(VIGIL, GREENS, EVENING), UNION_JOINED)
                .when()
                .command(BY_GREENS)
                .then()
                .events(GREENS_LEFT);
    }

    @Test
    void the_last_organiser_stays() {
        fixture.given()
                .events(joined(GREENS), scheduled(VIGIL, GREENS, EVENING))
                .when()
                .command(BY_GREENS)
                .then()
                .noEvents()
                .exceptionSatisfies(refusal("last-organizer"));
    }

    @Test
    void the_one_who_joined_stays_when_the_first_has_left() {
        fixture.given()
                .events(joined(GREENS), joined(UNION), scheduled(VIGIL, GREENS, EVENING), UNION_JOINED, GREENS_LEFT)
                .when()
                .command(new LeaveAction(GHOUTA, VIGIL, UNION, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusal("last-organizer"));
    }

    @Test
    void leaving_again_changes_nothing() {
        fixture.given()
                .events(joined(GREENS), joined(UNION), scheduled(VIGIL, GREENS, EVENING), UNION_JOINED, GREENS_LEFT)
                .when()
                .command(BY_GREENS)
                .then()
                .success()
                .noEvents();
    }

    @Test
    void leaving_what_is_cancelled_changes_nothing() {
        fixture.given()
                .events(joined(GREENS), scheduled(VIGIL, GREENS, EVENING), cancelled(VIGIL, GREENS, EVENING))
                .when()
                .command(BY_GREENS)
                .then()
                .success()
                .noEvents();
    }

    @Test
    void whoever_left_the_coalition_may_still_leave() {
        fixture.given()
                .events(
                        joined(GREENS),
                        joined(UNION),
                        scheduled(VIGIL, GREENS, EVENING),
                        UNION_JOINED,
                        new OrganizationLeft(GHOUTA, GREENS, NOW))
                .when()
                .command(BY_GREENS)
                .then()
                .events(GREENS_LEFT);
    }

    @Test
    void an_outsider_is_not_told_that_it_is_there() {
        fixture.given()
                .events(joined(GREENS), scheduled(VIGIL, GREENS, EVENING))
                .when()
                .command(new LeaveAction(GHOUTA, VIGIL, STRANGERS, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusal("no-such-coalition"));
    }

    @Test
    void nobody_leaves_what_is_not_there() {
        fixture.given()
                .events(joined(GREENS))
                .when()
                .command(BY_GREENS)
                .then()
                .noEvents()
                .exceptionSatisfies(refusal("no-such-action"));
    }
}
