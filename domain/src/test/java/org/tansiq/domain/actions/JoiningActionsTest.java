package org.tansiq.domain.actions;

import static org.tansiq.domain.actions.Scene.*;

import org.axonframework.test.fixture.AxonTestFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JoiningActionsTest {
    private static final JoinAction BY_UNION = new JoinAction(GHOUTA, VIGIL, UNION, NOW);
    private static final OrganizerJoined UNION_JOINED = new OrganizerJoined(GHOUTA, VIGIL, UNION, NOW);

    private final AxonTestFixture fixture = fixture();

    @AfterEach
    void stop() {
        fixture.stop();
    }

    @Test
    void a_member_joins_the_organisers() {
        fixture.given()
                .events(joined(GREENS), joined(UNION), scheduled(VIGIL, GREENS, EVENING))
                .when()
                .command(BY_UNION)
                .then()
                .events(UNION_JOINED);
    }

    @Test
    void whoever_organises_it_already_changes_nothing() {
        fixture.given()
                .events(joined(GREENS), joined(UNION), scheduled(VIGIL, GREENS, EVENING), UNION_JOINED)
                .when()
                .command(BY_UNION)
                .then()
                .success()
                .noEvents();
    }

    @Test
    void an_outsider_joins_nothing() {
        fixture.given()
                .events(joined(GREENS), scheduled(VIGIL, GREENS, EVENING))
                .when()
                .command(BY_UNION)
                .then()
                .noEvents()
                .exceptionSatisfies(refusal("no-such-coalition"));
    }

    @Test
    void nobody_joins_what_is_not_there() {
        fixture.given()
                .events(joined(UNION))
                .when()
                .command(BY_UNION)
                .then()
                .noEvents()
                .exceptionSatisfies(refusal("no-such-action"));
    }

    @Test
    void nobody_joins_what_is_cancelled() {
        fixture.given()
                .events(
                        joined(GREENS),
                        joined(UNION),
                        scheduled(VIGIL, GREENS, EVENING),
                        cancelled(VIGIL, GREENS, EVENING))
                .when()
                .command(BY_UNION)
                .then()
                .noEvents()
                .exceptionSatisfies(refusal("action-cancelled"));
    }
}
