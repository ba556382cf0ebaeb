package org.tansiq.domain.actions;

import static org.tansiq.domain.actions.Scene.*;

import org.axonframework.test.fixture.AxonTestFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.members.OrganizationLeft;

class CancellingActionsTest {
    private static final CancelAction BY_GREENS = new CancelAction(GHOUTA, VIGIL, GREENS, SORRY, NOW);
    private static final CancelAction BY_UNION = new CancelAction(GHOUTA, VIGIL, UNION, SORRY, NOW);
    private static final CancelAction BY_STRANGERS = new CancelAction(GHOUTA, VIGIL, STRANGERS, SORRY, NOW);

    private final AxonTestFixture fixture = fixture();

    @AfterEach
    void stop() {
        fixture.stop();
    }

    @Test
    void an_organiser_cancels_with_a_message() {
        fixture.given()
                .events(joined(GREENS), scheduled(VIGIL, GREENS, EVENING))
                .when()
                .command(BY_GREENS)
                .then()
                .events(cancelled(VIGIL, GREENS, EVENING));
    }

    @Test
    void it_frees_the_slot_that_it_moved_to() {
        var later = berlin("2018-02-26T18:00", "2018-02-26T20:00");
        fixture.given()
                .events(joined(GREENS), scheduled(VIGIL, GREENS, EVENING), rescheduled(VIGIL, GREENS, EVENING, later))
                .when()
                .command(BY_GREENS)
                .then()
                .events(cancelled(VIGIL, GREENS, later));
    }

    @Test
    void an_organiser_who_left_the_coalition_may_still_give_it_up() {
        fixture.given()
                .events(joined(GREENS), scheduled(VIGIL, GREENS, EVENING), new OrganizationLeft(GHOUTA, GREENS, NOW))
                .when()
                .command(BY_GREENS)
                .then()
                .events(cancelled(VIGIL, GREENS, EVENING));
    }

    @Test
    void whoever_does_not_organise_it_cancels_nothing() {
        fixture.given()
                .events(joined(GREENS), joined(UNION), scheduled(VIGIL, GREENS, EVENING))
                .when()
                .command(BY_UNION)
                .then()
                .noEvents()
                .exceptionSatisfies(refusal("not-organizer"));
    }

    @Test
    void an_outsider_is_not_told_that_it_is_there() {
        fixture.given()
                .events(joined(GREENS), scheduled(VIGIL, GREENS, EVENING))
                .when()
                .command(BY_STRANGERS)
                .then()
                .noEvents()
                .exceptionSatisfies(refusal("no-such-coalition"));
    }

    @Test
    void what_is_not_there_cannot_be_cancelled() {
        fixture.given()
                .events(joined(GREENS))
                .when()
                .command(BY_GREENS)
                .then()
                .noEvents()
                .exceptionSatisfies(refusal("no-such-action"));
    }

    @Test
    void cancelling_again_changes_nothing() {
        fixture.given()
                .events(joined(GREENS), scheduled(VIGIL, GREENS, EVENING), cancelled(VIGIL, GREENS, EVENING))
                .when()
                .command(BY_GREENS)
                .then()
                .success()
                .noEvents();
    }

    @Test
    void cancelling_a_citys_answer_to_a_call_gives_the_city_back() {
        fixture.given()
                .events(
                        joined(GREENS),
                        called(AT_SIX),
                        committed(BERLIN, GREENS, VIGIL),
                        answering(VIGIL, GREENS, EVENING))
                .when()
                .command(BY_GREENS)
                .then()
                .events(
                        new CityWithdrawn(GHOUTA, BALLOONS, BERLIN.city(), GREENS, VIGIL, NOW),
                        cancelled(VIGIL, GREENS, EVENING));
    }
}
