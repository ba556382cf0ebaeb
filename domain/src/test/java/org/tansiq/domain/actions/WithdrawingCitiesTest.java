package org.tansiq.domain.actions;

import static org.tansiq.domain.actions.Scene.*;

import org.axonframework.test.fixture.AxonTestFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.members.OrganizationLeft;
import org.tansiq.domain.shared.OrganizationId;

class WithdrawingCitiesTest {
    private static final Slot SIX_TO_SEVEN = berlin("2018-02-24T18:00", "2018-02-24T19:00");
    private static final CityWithdrawn BERLIN_WITHDRAWN =
            new CityWithdrawn(GHOUTA, BALLOONS, BERLIN.city(), GREENS, VIGIL, NOW);

    private final AxonTestFixture fixture = fixture();

    @AfterEach
    void stop() {
        fixture.stop();
    }

    @Test
    void whoever_committed_a_city_gives_it_back_and_its_action_is_cancelled() {
        fixture.given()
                .events(
                        joined(GREENS),
                        called(AT_SIX),
                        committed(BERLIN, GREENS, VIGIL),
                        answering(VIGIL, GREENS, SIX_TO_SEVEN))
                .when()
                .command(withdraw(GREENS))
                .then()
                .events(BERLIN_WITHDRAWN, cancelled(VIGIL, GREENS, SIX_TO_SEVEN));
    }

    @Test
    void the_action_is_cancelled_where_it_moved_to() {
        var later = berlin("2018-02-26T18:00", "2018-02-26T19:00");
        fixture.given()
                .events(
                        joined(GREENS),
                        called(AT_SIX),
                        committed(BERLIN, GREENS, VIGIL),
                        answering(VIGIL, GREENS, SIX_TO_SEVEN),
                        rescheduled(VIGIL, GREENS, SIX_TO_SEVEN, later))
                .when()
                .command(withdraw(GREENS))
                .then()
                .events(BERLIN_WITHDRAWN, cancelled(VIGIL, GREENS, later));
    }

    @Test
    void whoever_left_the_coalition_may_still_give_it_back() {
        fixture.given()
                .events(
                        joined(GREENS),
                        called(AT_SIX),
                        committed(BERLIN, GREENS, VIGIL),
                        answering(VIGIL, GREENS, SIX_TO_SEVEN),
                        new OrganizationLeft(GHOUTA, GREENS, NOW))
                .when()
                .command(withdraw(GREENS))
                .then()
                .events(BERLIN_WITHDRAWN, cancelled(VIGIL, GREENS, SIX_TO_SEVEN));
    }

    @Test
    void a_city_that_nobody_committed_or_that_was_given_back_changes_nothing() {
        fixture.given()
                .events(joined(GREENS), called(AT_SIX))
                .when()
                .command(withdraw(GREENS))
                .then()
                .success()
                .noEvents()
                .and()
                .given()
                .events(
                        committed(BERLIN, GREENS, VIGIL),
                        answering(VIGIL, GREENS, SIX_TO_SEVEN),
                        BERLIN_WITHDRAWN,
                        cancelled(VIGIL, GREENS, SIX_TO_SEVEN))
                .when()
                .command(withdraw(GREENS))
                .then()
                .success()
                .noEvents();
    }

    @Test
    void another_members_city_is_not_mine_to_give() {
        fixture.given()
                .events(
                        joined(GREENS),
                        joined(UNION),
                        called(AT_SIX),
                        committed(BERLIN, GREENS, VIGIL),
                        answering(VIGIL, GREENS, SIX_TO_SEVEN))
                .when()
                .command(withdraw(UNION))
                .then()
                .noEvents()
                .exceptionSatisfies(refusal("not-yours"));
    }

    @Test
    void an_outsider_is_not_told_whether_it_is_committed() {
        fixture.given()
                .events(
                        joined(GREENS),
                        called(AT_SIX),
                        committed(BERLIN, GREENS, VIGIL),
                        answering(VIGIL, GREENS, SIX_TO_SEVEN))
                .when()
                .command(withdraw(STRANGERS))
                .then()
                .noEvents()
                .exceptionSatisfies(refusal("no-such-coalition"))
                .and()
                .given()
                .events(BERLIN_WITHDRAWN)
                .when()
                .command(withdraw(STRANGERS))
                .then()
                .noEvents()
                .exceptionSatisfies(refusal("no-such-coalition"));
    }

    @Test
    void a_call_that_is_not_there_is_not_found() {
        fixture.given()
                .events(joined(GREENS))
                .when()
                .command(withdraw(GREENS))
                .then()
                .noEvents()
                .exceptionSatisfies(refusal("no-such-synchronized"));
    }

    private static WithdrawCity withdraw(OrganizationId by) {
        return new WithdrawCity(GHOUTA, BALLOONS, BERLIN.city(), by, SORRY, NOW);
    }
}
