package org.tansiq.domain.actions;

import static org.tansiq.domain.actions.Scene.*;

import org.axonframework.test.fixture.AxonTestFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TellingOfApproachesTest {
    private static final TellOfApproach BY_UNION = new TellOfApproach(GHOUTA, VIGIL, UNION, EVENING, NOW);
    private static final ActionApproached UNION_CAME = new ActionApproached(GHOUTA, VIGIL, UNION, EVENING, NOW);

    private final AxonTestFixture fixture = fixture();

    @AfterEach
    void stop() {
        fixture.stop();
    }

    private void changesNothing(TellOfApproach command, Object... events) {
        fixture.given()
                .events(joined(GREENS))
                .events(events)
                .when()
                .command(command)
                .then()
                .success()
                .noEvents();
    }

    @Test
    void the_organisers_are_told_who_wanted_their_time() {
        fixture.given()
                .events(joined(GREENS), scheduled(VIGIL, GREENS, EVENING))
                .when()
                .command(BY_UNION)
                .then()
                .events(UNION_CAME);
    }

    @Test
    void or_that_somebody_did() {
        fixture.given()
                .events(joined(GREENS), scheduled(VIGIL, GREENS, EVENING), UNION_CAME)
                .when()
                .command(new TellOfApproach(GHOUTA, VIGIL, null, EVENING, NOW))
                .then()
                .events(new ActionApproached(GHOUTA, VIGIL, null, EVENING, NOW));
    }

    @Test
    void trying_again_tells_nothing_new() {
        changesNothing(BY_UNION, scheduled(VIGIL, GREENS, EVENING), UNION_CAME);
    }

    @Test
    void what_is_cancelled_moved_away_elsewhere_or_not_there_is_told_nothing() {
        var noon = berlin("2018-02-24T12:00", "2018-02-24T13:00");
        changesNothing(BY_UNION, scheduled(VIGIL, GREENS, EVENING), cancelled(VIGIL, GREENS, EVENING));
        changesNothing(BY_UNION, scheduled(VIGIL, GREENS, EVENING), rescheduled(VIGIL, GREENS, EVENING, noon));
        changesNothing(BY_UNION, scheduled(ALEPPO, VIGIL, GREENS, EVENING));
        changesNothing(BY_UNION);
    }
}
