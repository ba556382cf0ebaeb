package org.tansiq.domain.actions;

import static org.tansiq.domain.actions.Scene.*;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.axonframework.test.fixture.AxonTestFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Text;

class CommittingCitiesTest {
    private static final Slot SIX_TO_SEVEN = berlin("2018-02-24T18:00", "2018-02-24T19:00");

    private final AxonTestFixture fixture = fixture();

    @AfterEach
    void stop() {
        fixture.stop();
    }

    @Test
    void a_city_committed_becomes_an_action_at_the_local_hour() {
        fixture.given()
                .events(joined(GREENS), joined(UNION), called(AT_SIX))
                .when()
                .command(commit(UNION, NEW_YORK, VIGIL))
                .then()
                .events(
                        committed(NEW_YORK, UNION, VIGIL),
                        answering(VIGIL, UNION, slot(NEW_YORK, "2018-02-24T18:00", "2018-02-24T19:00")));
    }

    @Test
    void one_instant_everywhere_is_another_hour_in_each_city() {
        var instant = new Moment.SameInstant(SIX_TO_SEVEN.from());
        fixture.given()
                .events(joined(GREENS), called(instant))
                .when()
                .command(commit(GREENS, NEW_YORK, VIGIL))
                .then()
                .events(
                        committed(NEW_YORK, GREENS, VIGIL),
                        answering(VIGIL, GREENS, slot(NEW_YORK, "2018-02-24T12:00", "2018-02-24T13:00")));
    }

    @Test
    void the_local_hour_that_a_citys_clocks_skip_begins_when_they_go_on() {
        // Berlin goes from 02:00 to 03:00 on 25 March 2018.
        fixture.given()
                .events(joined(GREENS), called(new Moment.SameLocalTime(LocalDateTime.parse("2018-03-25T02:30"))))
                .when()
                .command(commit(GREENS, BERLIN, VIGIL))
                .then()
                .events(
                        committed(BERLIN, GREENS, VIGIL),
                        answering(VIGIL, GREENS, berlin("2018-03-25T03:30", "2018-03-25T04:30")));
    }

    @Test
    void a_city_that_another_committed_is_refused() {
        fixture.given()
                .events(
                        joined(GREENS),
                        joined(UNION),
                        called(AT_SIX),
                        committed(BERLIN, GREENS, VIGIL),
                        answering(VIGIL, GREENS, SIX_TO_SEVEN))
                .when()
                .command(commit(UNION, BERLIN, MARCH, VIGIL))
                .then()
                .noEvents()
                .exceptionSatisfies(refusal("city-committed"));
    }

    @Test
    void committing_the_same_city_again_changes_nothing() {
        fixture.given()
                .events(
                        joined(GREENS),
                        called(AT_SIX),
                        committed(BERLIN, GREENS, VIGIL),
                        answering(VIGIL, GREENS, SIX_TO_SEVEN))
                .when()
                .command(commit(GREENS, BERLIN, VIGIL))
                .then()
                .success()
                .noEvents();
    }

    @Test
    void one_member_may_commit_several_cities() {
        fixture.given()
                .events(
                        joined(GREENS),
                        called(AT_SIX),
                        committed(BERLIN, GREENS, VIGIL),
                        answering(VIGIL, GREENS, SIX_TO_SEVEN))
                .when()
                .command(commit(GREENS, PARIS, MARCH))
                .then()
                .events(
                        committed(PARIS, GREENS, MARCH),
                        answering(MARCH, GREENS, slot(PARIS, "2018-02-24T18:00", "2018-02-24T19:00")));
    }

    @Test
    void a_city_given_back_is_free_for_another() {
        fixture.given()
                .events(
                        joined(GREENS),
                        joined(UNION),
                        called(AT_SIX),
                        committed(BERLIN, GREENS, VIGIL),
                        answering(VIGIL, GREENS, SIX_TO_SEVEN),
                        new CityWithdrawn(GHOUTA, BALLOONS, BERLIN.city(), GREENS, VIGIL, NOW),
                        cancelled(VIGIL, GREENS, SIX_TO_SEVEN))
                .when()
                .command(commit(UNION, BERLIN, MARCH))
                .then()
                .events(committed(BERLIN, UNION, MARCH), answering(MARCH, UNION, SIX_TO_SEVEN));
    }

    @Test
    void it_collides_as_any_action_does_and_goes_through_when_acknowledged() {
        fixture.given()
                .events(joined(GREENS), joined(UNION), called(AT_SIX), scheduled(VIGIL, GREENS, EVENING))
                .when()
                .command(commit(UNION, BERLIN, MARCH))
                .then()
                .noEvents()
                .exceptionSatisfies(collidingWith(VIGIL))
                .and()
                .when()
                .command(commit(UNION, BERLIN, MARCH, VIGIL, STAND))
                .then()
                .events(committed(BERLIN, UNION, MARCH), answering(MARCH, UNION, SIX_TO_SEVEN, VIGIL));
    }

    @Test
    void what_is_scheduled_later_collides_with_it() {
        fixture.given()
                .events(
                        joined(GREENS),
                        joined(UNION),
                        called(AT_SIX),
                        committed(BERLIN, GREENS, VIGIL),
                        answering(VIGIL, GREENS, SIX_TO_SEVEN))
                .when()
                .command(schedule(MARCH, UNION, EVENING))
                .then()
                .noEvents()
                .exceptionSatisfies(collidingWith(VIGIL));
    }

    @Test
    void after_the_call_closed_no_city_is_committed() {
        fixture.given()
                .events(joined(GREENS), closing(NOW.minusSeconds(1)))
                .when()
                .command(commit(GREENS, BERLIN, VIGIL))
                .then()
                .noEvents()
                .exceptionSatisfies(refusal("call-closed"));
    }

    @Test
    void until_the_call_closes_cities_are_committed() {
        fixture.given()
                .events(joined(GREENS), closing(NOW))
                .when()
                .command(commit(GREENS, BERLIN, VIGIL))
                .then()
                .events(committed(BERLIN, GREENS, VIGIL), answering(VIGIL, GREENS, SIX_TO_SEVEN));
    }

    @Test
    void an_outsider_commits_nothing() {
        fixture.given()
                .events(joined(GREENS), called(AT_SIX))
                .when()
                .command(commit(STRANGERS, BERLIN, VIGIL))
                .then()
                .noEvents()
                .exceptionSatisfies(refusal("no-such-coalition"));
    }

    @Test
    void a_call_that_is_not_there_or_is_another_coalitions_is_not_found() {
        fixture.given()
                .events(joined(GREENS), joined(ALEPPO, GREENS), called(AT_SIX))
                .when()
                .command(new CommitCity(ALEPPO, BALLOONS, GREENS, BERLIN, VIGIL, SQUARE, Set.of(), NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusal("no-such-synchronized"))
                .and()
                .when()
                .command(new CommitCity(
                        GHOUTA, new SynchronizedId("candles"), GREENS, BERLIN, VIGIL, SQUARE, Set.of(), NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusal("no-such-synchronized"));
    }

    @Test
    void an_id_in_use_is_refused() {
        fixture.given()
                .events(
                        joined(GREENS),
                        called(AT_SIX),
                        scheduled(VIGIL, GREENS, berlin("2018-03-03T18:00", "2018-03-03T20:00")))
                .when()
                .command(commit(GREENS, BERLIN, VIGIL))
                .then()
                .noEvents()
                .exceptionSatisfies(refusal("action-exists"));
    }

    private static CommitCity commit(OrganizationId by, Place place, ActionId action, ActionId... acknowledged) {
        return new CommitCity(GHOUTA, BALLOONS, by, place, action, SQUARE, Set.of(acknowledged), NOW);
    }

    private static SynchronizedCalled closing(Instant closes) {
        return new SynchronizedCalled(
                GHOUTA,
                BALLOONS,
                GREENS,
                Text.of("en", "White balloons"),
                ActionKind.VIGIL,
                AT_SIX,
                Duration.ofHours(1),
                15,
                closes,
                List.of("#SaveGhouta"),
                NOW);
    }
}
