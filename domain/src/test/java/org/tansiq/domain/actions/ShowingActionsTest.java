package org.tansiq.domain.actions;

import static org.tansiq.domain.actions.Scene.*;

import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.test.fixture.AxonTestFixture;
import org.axonframework.test.fixture.AxonTestPhase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Visibility;
import org.tansiq.domain.shared.Visibility.Reach;

class ShowingActionsTest {
    private static final Visibility ALL = Visibility.COALITION;
    private static final Visibility OURS = new Visibility(Reach.ORG, Set.of(), null);
    private static final Visibility PUBLIC = new Visibility(Reach.PUBLIC, Set.of(), null);
    private static final Visibility LATER = new Visibility(Reach.PUBLIC, Set.of(), NOW.plusSeconds(60));

    private final AxonTestFixture fixture = fixture();

    @AfterEach
    void stop() {
        fixture.stop();
    }

    private static ActionShown shown(ActionId action, Visibility visibility, Visibility venue) {
        return new ActionShown(GHOUTA, action, GREENS, visibility, venue, NOW);
    }

    private static ShowAction show(OrganizationId by, Visibility visibility, Visibility venue) {
        return new ShowAction(GHOUTA, VIGIL, by, visibility, venue, NOW);
    }

    private AxonTestPhase.Given given(Object... more) {
        return fixture.given()
                .events(joined(GREENS), joined(UNION), scheduled(VIGIL, GREENS, EVENING))
                .events(more);
    }

    @Test
    void an_organiser_says_who_sees_it_and_who_its_venue() {
        given().when().command(show(GREENS, PUBLIC, OURS)).then().events(shown(VIGIL, PUBLIC, OURS));
    }

    @Test
    void saying_it_again_changes_nothing() {
        given(shown(VIGIL, PUBLIC, OURS))
                .when()
                .command(show(GREENS, PUBLIC, OURS))
                .then()
                .success()
                .noEvents();
    }

    @Test
    void whoever_does_not_organise_it_does_not_say_it() {
        given().when()
                .command(show(UNION, PUBLIC, OURS))
                .then()
                .noEvents()
                .exceptionSatisfies(refusal("not-organizer"));
    }

    @Test
    void a_city_that_answers_a_call_is_for_all_who_were_called_and_its_venue_need_not_be() {
        fixture.given()
                .events(joined(GREENS), answering(VIGIL, GREENS, EVENING))
                .when()
                .command(show(GREENS, OURS, OURS))
                .then()
                .noEvents()
                .exceptionSatisfies(refusal("synchronized-open"));
        fixture.given()
                .events(joined(GREENS), answering(VIGIL, GREENS, EVENING))
                .when()
                .command(show(GREENS, LATER, ALL))
                .then()
                .noEvents()
                .exceptionSatisfies(refusal("synchronized-open"));
        fixture.given()
                .events(joined(GREENS), answering(VIGIL, GREENS, EVENING))
                .when()
                .command(show(GREENS, ALL, OURS))
                .then()
                .events(shown(VIGIL, ALL, OURS));
    }

    static Stream<Object> whatMembersMayAsk() {
        return Stream.of(
                show(UNION, ALL, ALL),
                new LiftActionEmbargo(GHOUTA, VIGIL, UNION, null, NOW),
                reschedule(VIGIL, UNION, EVENING),
                new CancelAction(GHOUTA, VIGIL, UNION, SORRY, NOW),
                new JoinAction(GHOUTA, VIGIL, UNION, NOW),
                new LeaveAction(GHOUTA, VIGIL, UNION, NOW),
                new AcknowledgeOverlap(GHOUTA, VIGIL, UNION, Set.of(MARCH), NOW));
    }

    @ParameterizedTest
    @MethodSource("whatMembersMayAsk")
    void what_one_may_not_see_does_not_exist(Object command) {
        for (var hidden : new Visibility[] {OURS, LATER}) {
            given(shown(VIGIL, hidden, ALL))
                    .when()
                    .command(command)
                    .then()
                    .noEvents()
                    .exceptionSatisfies(refusal("no-such-action"));
        }
    }

    @Test
    void what_one_may_not_see_cannot_be_acknowledged() {
        given(shown(VIGIL, OURS, ALL), scheduled(MARCH, UNION, EVENING))
                .when()
                .command(new AcknowledgeOverlap(GHOUTA, MARCH, UNION, Set.of(VIGIL), NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusal("no-such-action"));
    }

    @Test
    void what_is_not_seen_still_takes_its_time_and_place() {
        given(shown(VIGIL, OURS, ALL))
                .when()
                .command(schedule(MARCH, UNION, EVENING))
                .then()
                .noEvents()
                .exceptionSatisfies(collidingWith(VIGIL));
    }

    @Test
    void both_embargoes_end_as_each_is_due() {
        var soon = new Visibility(Reach.COALITION, Set.of(), NOW.plusSeconds(30));
        given(shown(VIGIL, LATER, soon))
                .when()
                .command(new LiftActionEmbargo(GHOUTA, VIGIL, GREENS, NOW.plusSeconds(30), NOW))
                .then()
                .events(shown(VIGIL, LATER, ALL));
        given(shown(VIGIL, LATER, soon))
                .when()
                .command(new LiftActionEmbargo(GHOUTA, VIGIL, GREENS, NOW.plusSeconds(60), NOW))
                .then()
                .events(shown(VIGIL, PUBLIC, ALL));
    }

    @Test
    void an_embargo_that_is_not_due_stays() {
        given(shown(VIGIL, LATER, LATER))
                .when()
                .command(new LiftActionEmbargo(GHOUTA, VIGIL, GREENS, NOW.plusSeconds(59), NOW))
                .then()
                .success()
                .noEvents();
    }
}
