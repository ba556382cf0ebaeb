package org.tansiq.domain.actions;

import static org.tansiq.domain.actions.Scene.*;

import java.util.Set;
import org.axonframework.test.fixture.AxonTestFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.members.OrganizationLeft;

class ReschedulingActionsTest {
    private static final Slot LATER = berlin("2018-02-24T19:00", "2018-02-24T21:00");
    private static final Slot NEXT_WEEK = berlin("2018-03-03T18:00", "2018-03-03T20:00");

    private final AxonTestFixture fixture = fixture();

    @AfterEach
    void stop() {
        fixture.stop();
    }

    @Test
    void an_organiser_moves_an_action() {
        fixture.given()
                .events(joined(GREENS), scheduled(VIGIL, GREENS, EVENING))
                .when()
                .command(reschedule(VIGIL, GREENS, NEXT_WEEK))
                .then()
                .events(rescheduled(VIGIL, GREENS, EVENING, NEXT_WEEK));
    }

    @Test
    void a_co_organiser_moves_it_too() {
        fixture.given()
                .events(
                        joined(GREENS),
                        joined(UNION),
                        scheduled(VIGIL, GREENS, EVENING),
                        new OrganizerJoined(GHOUTA, VIGIL, UNION, NOW))
                .when()
                .command(reschedule(VIGIL, UNION, NEXT_WEEK))
                .then()
                .events(rescheduled(VIGIL, UNION, EVENING, NEXT_WEEK));
    }

    @Test
    void whoever_does_not_organise_it_moves_nothing() {
        fixture.given()
                .events(joined(GREENS), joined(UNION), scheduled(VIGIL, GREENS, EVENING))
                .when()
                .command(reschedule(VIGIL, UNION, NEXT_WEEK))
                .then()
                .noEvents()
                .exceptionSatisfies(refusal("not-organizer"));
    }

    @Test
    void an_organiser_who_left_the_coalition_moves_nothing() {
        fixture.given()
                .events(joined(GREENS), scheduled(VIGIL, GREENS, EVENING), new OrganizationLeft(GHOUTA, GREENS, NOW))
                .when()
                .command(reschedule(VIGIL, GREENS, NEXT_WEEK))
                .then()
                .noEvents()
                .exceptionSatisfies(refusal("no-such-coalition"));
    }

    @Test
    void what_is_not_there_cannot_be_moved_nor_what_another_coalition_has() {
        fixture.given()
                .events(joined(GREENS), scheduled(ALEPPO, VIGIL, GREENS, EVENING))
                .when()
                .command(reschedule(VIGIL, GREENS, NEXT_WEEK))
                .then()
                .noEvents()
                .exceptionSatisfies(refusal("no-such-action"))
                .and()
                .when()
                .command(reschedule(MARCH, GREENS, NEXT_WEEK))
                .then()
                .noEvents()
                .exceptionSatisfies(refusal("no-such-action"));
    }

    @Test
    void a_cancelled_action_stays_cancelled() {
        fixture.given()
                .events(joined(GREENS), scheduled(VIGIL, GREENS, EVENING), cancelled(VIGIL, GREENS, EVENING))
                .when()
                .command(reschedule(VIGIL, GREENS, NEXT_WEEK))
                .then()
                .noEvents()
                .exceptionSatisfies(refusal("action-cancelled"));
    }

    @Test
    void moving_it_to_where_it_is_changes_nothing() {
        fixture.given()
                .events(joined(GREENS), scheduled(VIGIL, GREENS, EVENING))
                .when()
                .command(reschedule(VIGIL, GREENS, EVENING))
                .then()
                .success()
                .noEvents();
    }

    @Test
    void another_venue_at_the_same_time_is_a_move() {
        fixture.given()
                .events(joined(GREENS), scheduled(VIGIL, GREENS, EVENING))
                .when()
                .command(new RescheduleAction(GHOUTA, VIGIL, GREENS, EVENING, EMBASSY, Set.of(), NOW))
                .then()
                .events(new ActionRescheduled(
                        GHOUTA, VIGIL, GREENS, titleOf(VIGIL), null, EVENING, EVENING, EMBASSY, Set.of(), NOW));
    }

    @Test
    void it_does_not_collide_with_itself() {
        fixture.given()
                .events(joined(GREENS), scheduled(VIGIL, GREENS, EVENING))
                .when()
                .command(reschedule(VIGIL, GREENS, LATER))
                .then()
                .events(rescheduled(VIGIL, GREENS, EVENING, LATER));
    }

    @Test
    void moving_onto_another_is_refused_and_goes_through_when_acknowledged() {
        fixture.given()
                .events(
                        joined(GREENS),
                        joined(UNION),
                        scheduled(VIGIL, GREENS, EVENING),
                        scheduled(MARCH, UNION, NEXT_WEEK))
                .when()
                .command(reschedule(MARCH, UNION, LATER))
                .then()
                .noEvents()
                .exceptionSatisfies(collidingWith(VIGIL))
                .and()
                .when()
                .command(reschedule(MARCH, UNION, LATER, VIGIL, STAND))
                .then()
                .events(rescheduled(MARCH, UNION, NEXT_WEEK, LATER, VIGIL));
    }

    @Test
    void what_moved_here_from_elsewhere_is_in_the_way() {
        fixture.given()
                .events(
                        joined(GREENS),
                        joined(UNION),
                        scheduled(VIGIL, GREENS, slot(PARIS, "2018-02-10T18:00", "2018-02-10T20:00")),
                        rescheduled(VIGIL, GREENS, slot(PARIS, "2018-02-10T18:00", "2018-02-10T20:00"), EVENING),
                        scheduled(MARCH, UNION, NEXT_WEEK))
                .when()
                .command(reschedule(MARCH, UNION, LATER))
                .then()
                .noEvents()
                .exceptionSatisfies(collidingWith(VIGIL));
    }

    @Test
    void whoever_moved_away_and_comes_back_finds_who_came_meanwhile() {
        fixture.given()
                .events(
                        joined(GREENS),
                        joined(UNION),
                        scheduled(VIGIL, GREENS, EVENING),
                        rescheduled(VIGIL, GREENS, EVENING, NEXT_WEEK),
                        scheduled(MARCH, UNION, EVENING))
                .when()
                .command(reschedule(VIGIL, GREENS, EVENING))
                .then()
                .noEvents()
                .exceptionSatisfies(collidingWith(MARCH));
    }

    @Test
    void whoever_moved_away_comes_back_when_nobody_came() {
        fixture.given()
                .events(
                        joined(GREENS),
                        scheduled(VIGIL, GREENS, EVENING),
                        rescheduled(VIGIL, GREENS, EVENING, NEXT_WEEK))
                .when()
                .command(reschedule(VIGIL, GREENS, EVENING))
                .then()
                .events(rescheduled(VIGIL, GREENS, NEXT_WEEK, EVENING));
    }

    @Test
    void what_was_acknowledged_before_the_move_is_acknowledged_anew() {
        fixture.given()
                .events(
                        joined(GREENS),
                        joined(UNION),
                        scheduled(VIGIL, GREENS, EVENING),
                        scheduled(MARCH, UNION, EVENING, VIGIL))
                .when()
                .command(reschedule(MARCH, UNION, LATER))
                .then()
                .noEvents()
                .exceptionSatisfies(collidingWith(VIGIL))
                .and()
                .when()
                .command(reschedule(VIGIL, GREENS, LATER))
                .then()
                .noEvents()
                .exceptionSatisfies(collidingWith(MARCH));
    }

    @Test
    void a_citys_answer_to_a_call_moves_within_its_city_only() {
        fixture.given()
                .events(
                        joined(GREENS),
                        called(AT_SIX),
                        committed(BERLIN, GREENS, VIGIL),
                        answering(VIGIL, GREENS, EVENING))
                .when()
                .command(reschedule(VIGIL, GREENS, slot(PARIS, "2018-02-24T18:00", "2018-02-24T19:00")))
                .then()
                .noEvents()
                .exceptionSatisfies(refusal("synchronized-city"))
                .and()
                .when()
                .command(reschedule(VIGIL, GREENS, LATER))
                .then()
                .events(new ActionRescheduled(
                        GHOUTA,
                        VIGIL,
                        GREENS,
                        called(AT_SIX).title(),
                        BALLOONS,
                        EVENING,
                        LATER,
                        SQUARE,
                        Set.of(),
                        NOW));
    }
}
