package org.tansiq.domain.actions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tansiq.domain.actions.Scene.*;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.test.fixture.AxonTestFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.members.OrganizationLeft;

class SchedulingActionsTest {
    private final AxonTestFixture fixture = fixture();

    @AfterEach
    void stop() {
        fixture.stop();
    }

    @Test
    void a_member_schedules_an_action() {
        fixture.given()
                .events(joined(GREENS))
                .when()
                .command(schedule(VIGIL, GREENS, EVENING))
                .then()
                .events(scheduled(VIGIL, GREENS, EVENING));
    }

    @Test
    void an_organiser_who_is_no_member_is_kept_by_name() {
        fixture.given()
                .events(joined(GREENS))
                .when()
                .command(new ScheduleAction(
                        GHOUTA,
                        VIGIL,
                        GREENS,
                        titleOf(VIGIL),
                        ActionKind.OTHER,
                        EVENING,
                        EMBASSY,
                        List.of("SaveGhouta"),
                        "تنسيقية برلين",
                        Set.of(),
                        NOW))
                .then()
                .events(new ActionScheduled(
                        GHOUTA,
                        VIGIL,
                        GREENS,
                        titleOf(VIGIL),
                        ActionKind.OTHER,
                        EVENING,
                        EMBASSY,
                        List.of("#SaveGhouta"),
                        "تنسيقية برلين",
                        null,
                        Set.of(),
                        NOW));
    }

    @Test
    void an_outsider_schedules_nothing() {
        fixture.given()
                .events(joined(GREENS))
                .when()
                .command(schedule(VIGIL, STRANGERS, EVENING))
                .then()
                .noEvents()
                .exceptionSatisfies(refusal("no-such-coalition"));
    }

    @Test
    void whoever_left_schedules_nothing() {
        fixture.given()
                .events(joined(GREENS), new OrganizationLeft(GHOUTA, GREENS, NOW))
                .when()
                .command(schedule(VIGIL, GREENS, EVENING))
                .then()
                .noEvents()
                .exceptionSatisfies(refusal("no-such-coalition"));
    }

    @Test
    void an_overlapping_action_is_refused_whatever_the_venue() {
        var elsewhere = new ScheduleAction(
                GHOUTA,
                MARCH,
                UNION,
                titleOf(MARCH),
                ActionKind.MARCH,
                berlin("2018-02-24T19:59", "2018-02-24T22:00"),
                EMBASSY,
                List.of(),
                null,
                Set.of(),
                NOW);
        fixture.given()
                .events(joined(GREENS), joined(UNION), scheduled(VIGIL, GREENS, EVENING))
                .when()
                .command(elsewhere)
                .then()
                .noEvents()
                .exceptionSatisfies(collidingWith(VIGIL));
    }

    @Test
    void one_organisation_collides_with_itself_too() {
        fixture.given()
                .events(joined(GREENS), scheduled(VIGIL, GREENS, EVENING))
                .when()
                .command(schedule(MARCH, GREENS, EVENING))
                .then()
                .noEvents()
                .exceptionSatisfies(collidingWith(VIGIL));
    }

    @Test
    void the_refusal_tells_what_is_there_sorted_by_start() {
        var early = berlin("2018-02-24T17:00", "2018-02-24T18:30");
        fixture.given()
                .events(
                        joined(GREENS),
                        joined(UNION),
                        scheduled(VIGIL, GREENS, EVENING),
                        scheduled(STAND, UNION, early, VIGIL))
                .when()
                .command(schedule(MARCH, UNION, EVENING, VIGIL))
                .then()
                .noEvents()
                .exceptionSatisfies(thrown -> assertThat(((ActionsCollide) thrown).details())
                        .isEqualTo(Map.of(
                                "collisions",
                                List.of(
                                        Map.of(
                                                "id", "stand",
                                                "title", Map.of("en", "stand"),
                                                "by", "union",
                                                "from", "2018-02-24T16:00:00Z",
                                                "until", "2018-02-24T17:30:00Z",
                                                "venue", Map.of("en", "Alexanderplatz")),
                                        Map.of(
                                                "id", "vigil",
                                                "title", Map.of("en", "vigil"),
                                                "by", "greens",
                                                "from", "2018-02-24T17:00:00Z",
                                                "until", "2018-02-24T19:00:00Z",
                                                "venue", Map.of("en", "Alexanderplatz"))))));
    }

    @Test
    void an_overlap_across_midnight_is_refused() {
        refusedBeside(berlin("2018-02-24T22:00", "2018-02-25T01:00"), berlin("2018-02-25T00:30", "2018-02-25T02:00"));
    }

    @Test
    void back_to_back_is_no_collision() {
        allowedBeside(EVENING, berlin("2018-02-24T20:00", "2018-02-24T21:00"));
        allowedBeside(EVENING, berlin("2018-02-24T17:00", "2018-02-24T18:00"));
    }

    @Test
    void back_to_back_at_midnight_is_no_collision() {
        allowedBeside(berlin("2018-02-24T22:00", "2018-02-25T00:00"), berlin("2018-02-25T00:00", "2018-02-25T02:00"));
    }

    @Test
    void the_hour_that_comes_twice_in_autumn_is_two_hours() {
        // Clocks go back from 03:00 to 02:00 on 28 October 2018: both of these read 02:15 to 02:45 on the wall.
        var first = new Slot(BERLIN, Instant.parse("2018-10-28T00:15:00Z"), Instant.parse("2018-10-28T00:45:00Z"));
        var second = new Slot(BERLIN, Instant.parse("2018-10-28T01:15:00Z"), Instant.parse("2018-10-28T01:45:00Z"));
        assertThat(first.localFrom()).isEqualTo(second.localFrom());
        allowedBeside(first, second);
        refusedBeside(first, new Slot(BERLIN, first.from(), second.until()));
    }

    @Test
    void the_night_that_is_an_hour_short_in_spring_overlaps_as_time_really_passes() {
        // Clocks go from 02:00 to 03:00 on 25 March 2018: two hours from 01:30 end at 04:30 on the wall.
        var night = new Slot(BERLIN, Instant.parse("2018-03-25T00:30:00Z"), Instant.parse("2018-03-25T02:30:00Z"));
        assertThat(night.localUntil()).hasToString("2018-03-25T04:30");
        refusedBeside(night, berlin("2018-03-25T04:15", "2018-03-25T05:00"));
        allowedBeside(night, berlin("2018-03-25T04:30", "2018-03-25T05:00"));
    }

    @Test
    void an_action_of_several_days_collides_on_each_of_them() {
        var exhibition = berlin("2018-02-20T10:00", "2018-02-24T18:00");
        refusedBeside(exhibition, berlin("2018-02-20T09:00", "2018-02-20T11:00"));
        refusedBeside(exhibition, berlin("2018-02-22T03:00", "2018-02-22T04:00"));
        refusedBeside(exhibition, berlin("2018-02-24T17:00", "2018-02-24T19:00"));
        refusedBeside(berlin("2018-02-22T03:00", "2018-02-22T04:00"), exhibition);
        allowedBeside(exhibition, EVENING);
    }

    @Test
    void an_overlap_is_seen_even_when_the_log_has_it_under_the_dates_of_other_clock_rules() {
        // As a zone's rules change, what stood before midnight in the log may be after midnight now.
        var before = new Slot(
                place("berlin", "+01:00", "DE"),
                Instant.parse("2018-02-24T22:30:00Z"),
                Instant.parse("2018-02-24T23:00:00Z"));
        var after = new Slot(place("berlin", "+02:00", "DE"), before.from(), before.until());
        assertThat(before.placeDays()).doesNotContainAnyElementsOf(after.placeDays());
        refusedBeside(before, after);
    }

    @Test
    void another_day_or_another_city_is_no_collision() {
        allowedBeside(EVENING, berlin("2018-02-25T18:00", "2018-02-25T20:00"));
        allowedBeside(EVENING, new Slot(PARIS, EVENING.from(), EVENING.until()));
    }

    @Test
    void the_same_city_and_time_of_another_coalition_is_no_collision() {
        fixture.given()
                .events(joined(ALEPPO, GREENS), joined(GHOUTA, UNION), scheduled(ALEPPO, VIGIL, GREENS, EVENING))
                .when()
                .command(schedule(MARCH, UNION, EVENING))
                .then()
                .events(scheduled(MARCH, UNION, EVENING));
    }

    @Test
    void a_cancelled_action_frees_its_place() {
        fixture.given()
                .events(
                        joined(GREENS),
                        joined(UNION),
                        scheduled(VIGIL, GREENS, EVENING),
                        cancelled(VIGIL, GREENS, EVENING))
                .when()
                .command(schedule(MARCH, UNION, EVENING))
                .then()
                .events(scheduled(MARCH, UNION, EVENING));
    }

    @Test
    void an_action_that_moved_away_frees_its_place_and_takes_its_new_one() {
        var nextWeek = berlin("2018-03-03T18:00", "2018-03-03T20:00");
        var moved = List.of(
                joined(GREENS),
                joined(UNION),
                scheduled(VIGIL, GREENS, EVENING),
                rescheduled(VIGIL, GREENS, EVENING, nextWeek));
        fixture.given()
                .events(moved)
                .when()
                .command(schedule(MARCH, UNION, EVENING))
                .then()
                .events(scheduled(MARCH, UNION, EVENING))
                .and()
                .when()
                .command(schedule(STAND, UNION, nextWeek))
                .then()
                .noEvents()
                .exceptionSatisfies(collidingWith(VIGIL));
    }

    @Test
    void whoever_acknowledges_all_of_it_goes_through_and_only_what_overlaps_is_recorded() {
        var farAway = new ActionId("far-away");
        var unknown = new ActionId("never-heard-of");
        fixture.given()
                .events(
                        joined(GREENS),
                        joined(UNION),
                        scheduled(VIGIL, GREENS, EVENING),
                        scheduled(farAway, GREENS, berlin("2018-02-24T08:00", "2018-02-24T09:00")))
                .when()
                .command(schedule(MARCH, UNION, EVENING, VIGIL, farAway, unknown))
                .then()
                .events(scheduled(MARCH, UNION, EVENING, VIGIL));
    }

    @Test
    void acknowledging_some_of_it_is_not_enough_and_all_of_it_is_told() {
        fixture.given()
                .events(
                        joined(GREENS),
                        joined(UNION),
                        scheduled(VIGIL, GREENS, EVENING),
                        scheduled(STAND, GREENS, EVENING, VIGIL))
                .when()
                .command(schedule(MARCH, UNION, EVENING, VIGIL))
                .then()
                .noEvents()
                .exceptionSatisfies(collidingWith(STAND, VIGIL));
    }

    @Test
    void scheduling_the_same_again_changes_nothing() {
        fixture.given()
                .events(joined(GREENS), scheduled(VIGIL, GREENS, EVENING))
                .when()
                .command(schedule(VIGIL, GREENS, EVENING))
                .then()
                .success()
                .noEvents();
    }

    @Test
    void scheduling_the_same_again_after_it_moved_or_was_cancelled_changes_nothing() {
        var later = berlin("2018-02-24T21:00", "2018-02-24T22:00");
        fixture.given()
                .events(
                        joined(GREENS),
                        scheduled(VIGIL, GREENS, EVENING),
                        rescheduled(VIGIL, GREENS, EVENING, later),
                        cancelled(VIGIL, GREENS, later))
                .when()
                .command(schedule(VIGIL, GREENS, EVENING))
                .then()
                .success()
                .noEvents();
    }

    @Test
    void another_action_under_the_same_id_is_refused() {
        fixture.given()
                .events(joined(GREENS), joined(UNION), scheduled(VIGIL, GREENS, EVENING))
                .when()
                .command(schedule(VIGIL, UNION, EVENING))
                .then()
                .noEvents()
                .exceptionSatisfies(refusal("action-exists"))
                .and()
                .when()
                .command(schedule(VIGIL, GREENS, berlin("2018-02-26T18:00", "2018-02-26T20:00")))
                .then()
                .noEvents()
                .exceptionSatisfies(refusal("action-exists"));
    }

    @Test
    void an_id_that_another_coalition_uses_is_refused() {
        fixture.given()
                .events(joined(GREENS), joined(ALEPPO, GREENS), scheduled(ALEPPO, VIGIL, GREENS, EVENING))
                .when()
                .command(schedule(VIGIL, GREENS, EVENING))
                .then()
                .noEvents()
                .exceptionSatisfies(refusal("action-exists"));
    }

    private static void allowedBeside(Slot there, Slot wanted) {
        beside(there, wanted, true);
    }

    private static void refusedBeside(Slot there, Slot wanted) {
        beside(there, wanted, false);
    }

    /** Each in a log of its own, so that one test may try several. */
    private static void beside(Slot there, Slot wanted, boolean allowed) {
        var own = fixture();
        try {
            var then = own.given()
                    .events(joined(GREENS), joined(UNION), scheduled(VIGIL, GREENS, there))
                    .when()
                    .command(schedule(MARCH, UNION, wanted))
                    .then();
            if (allowed) {
                then.events(scheduled(MARCH, UNION, wanted));
            } else {
                then.noEvents().exceptionSatisfies(collidingWith(VIGIL));
            }
        } finally {
            own.stop();
        }
    }
}
