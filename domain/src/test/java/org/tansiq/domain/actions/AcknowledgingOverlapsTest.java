package org.tansiq.domain.actions;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tansiq.domain.actions.Scene.*;

import java.util.Set;
import org.axonframework.test.fixture.AxonTestFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.shared.OrganizationId;

class AcknowledgingOverlapsTest {
    private static final Slot LATER = berlin("2018-02-24T19:00", "2018-02-24T21:00");
    private static final Slot NEXT_WEEK = berlin("2018-03-03T18:00", "2018-03-03T20:00");

    private final AxonTestFixture fixture = fixture();

    @AfterEach
    void stop() {
        fixture.stop();
    }

    @Test
    void the_earlier_one_acknowledges_what_came_after_it() {
        fixture.given()
                .events(
                        joined(GREENS),
                        joined(UNION),
                        scheduled(VIGIL, GREENS, EVENING),
                        scheduled(MARCH, UNION, LATER, VIGIL))
                .when()
                .command(acknowledge(VIGIL, GREENS, MARCH))
                .then()
                .events(acknowledged(VIGIL, GREENS, MARCH));
    }

    @Test
    void what_is_acknowledged_already_changes_nothing() {
        fixture.given()
                .events(
                        joined(GREENS),
                        joined(UNION),
                        scheduled(VIGIL, GREENS, EVENING),
                        scheduled(MARCH, UNION, LATER, VIGIL),
                        acknowledged(VIGIL, GREENS, MARCH))
                .when()
                .command(acknowledge(VIGIL, GREENS, MARCH))
                .then()
                .success()
                .noEvents()
                .and()
                .when()
                .command(acknowledge(MARCH, UNION, VIGIL))
                .then()
                .success()
                .noEvents();
    }

    @Test
    void only_what_is_new_is_recorded() {
        fixture.given()
                .events(
                        joined(GREENS),
                        joined(UNION),
                        scheduled(VIGIL, GREENS, EVENING),
                        scheduled(MARCH, UNION, LATER, VIGIL),
                        scheduled(STAND, UNION, LATER, VIGIL, MARCH),
                        acknowledged(VIGIL, GREENS, MARCH))
                .when()
                .command(acknowledge(VIGIL, GREENS, MARCH, STAND))
                .then()
                .events(acknowledged(VIGIL, GREENS, STAND));
    }

    @Test
    void after_either_moved_it_is_a_new_overlap() {
        fixture.given()
                .events(
                        joined(GREENS),
                        joined(UNION),
                        scheduled(VIGIL, GREENS, EVENING),
                        scheduled(MARCH, UNION, EVENING, VIGIL),
                        acknowledged(VIGIL, GREENS, MARCH),
                        rescheduled(MARCH, UNION, EVENING, LATER, VIGIL))
                .when()
                .command(acknowledge(VIGIL, GREENS, MARCH))
                .then()
                .events(acknowledged(VIGIL, GREENS, MARCH));
    }

    @Test
    void what_does_not_overlap_now_cannot_be_acknowledged() {
        notThere(scheduled(MARCH, UNION, NEXT_WEEK));
        notThere(scheduled(MARCH, UNION, slot(PARIS, "2018-02-24T18:00", "2018-02-24T20:00")));
        notThere(scheduled(MARCH, UNION, EVENING, VIGIL), cancelled(MARCH, UNION, EVENING));
        notThere(scheduled(MARCH, UNION, EVENING, VIGIL), rescheduled(MARCH, UNION, EVENING, NEXT_WEEK));
        notThere(scheduled(ALEPPO, MARCH, UNION, EVENING));
        notThere();
    }

    @Test
    void an_action_does_not_overlap_itself() {
        fixture.given()
                .events(joined(GREENS), scheduled(VIGIL, GREENS, EVENING))
                .when()
                .command(acknowledge(VIGIL, GREENS, VIGIL))
                .then()
                .noEvents()
                .exceptionSatisfies(refusal("no-such-action"));
    }

    @Test
    void one_that_is_not_there_lets_none_through() {
        fixture.given()
                .events(joined(GREENS), scheduled(VIGIL, GREENS, EVENING), scheduled(MARCH, UNION, LATER, VIGIL))
                .when()
                .command(acknowledge(VIGIL, GREENS, MARCH, STAND))
                .then()
                .noEvents()
                .exceptionSatisfies(refusal("no-such-action"));
    }

    @Test
    void only_organisers_acknowledge() {
        fixture.given()
                .events(
                        joined(GREENS),
                        joined(UNION),
                        scheduled(VIGIL, GREENS, EVENING),
                        scheduled(MARCH, UNION, LATER, VIGIL))
                .when()
                .command(acknowledge(VIGIL, UNION, MARCH))
                .then()
                .noEvents()
                .exceptionSatisfies(refusal("not-organizer"))
                .and()
                .when()
                .command(acknowledge(VIGIL, STRANGERS, MARCH))
                .then()
                .noEvents()
                .exceptionSatisfies(refusal("no-such-coalition"));
    }

    @Test
    void a_cancelled_action_overlaps_nothing() {
        fixture.given()
                .events(
                        joined(GREENS),
                        scheduled(VIGIL, GREENS, EVENING),
                        scheduled(MARCH, UNION, LATER, VIGIL),
                        cancelled(VIGIL, GREENS, EVENING))
                .when()
                .command(acknowledge(VIGIL, GREENS, MARCH))
                .then()
                .noEvents()
                .exceptionSatisfies(refusal("action-cancelled"));
    }

    @Test
    void naming_nothing_makes_no_sense() {
        assertThatThrownBy(() -> acknowledge(VIGIL, GREENS)).satisfies(refusal("nothing-named"));
    }

    private static AcknowledgeOverlap acknowledge(ActionId action, OrganizationId by, ActionId... overlapping) {
        return new AcknowledgeOverlap(GHOUTA, action, by, Set.of(overlapping), NOW);
    }

    private static OverlapAcknowledged acknowledged(ActionId action, OrganizationId by, ActionId... others) {
        return new OverlapAcknowledged(GHOUTA, action, by, Set.of(others), NOW);
    }

    /** Each in a log of its own, so that one test may try several. */
    private static void notThere(ActionEvent... march) {
        var own = fixture();
        try {
            own.given()
                    .events(joined(GREENS), scheduled(VIGIL, GREENS, EVENING))
                    .events((Object[]) march)
                    .when()
                    .command(acknowledge(VIGIL, GREENS, MARCH))
                    .then()
                    .noEvents()
                    .exceptionSatisfies(refusal("no-such-action"));
        } finally {
            own.stop();
        }
    }
}
