package org.tansiq.domain.tasks;

import static org.tansiq.domain.Scene.BERLIN;
import static org.tansiq.domain.Scene.GENEVA;
import static org.tansiq.domain.Scene.GHOUTA;
import static org.tansiq.domain.Scene.NOW;
import static org.tansiq.domain.Scene.PARIS;
import static org.tansiq.domain.Scene.fixture;
import static org.tansiq.domain.Scene.foundedBy;
import static org.tansiq.domain.Scene.joined;
import static org.tansiq.domain.Scene.left;
import static org.tansiq.domain.Scene.refusedAs;
import static org.tansiq.domain.tasks.Permit.NEEDED;
import static org.tansiq.domain.tasks.Permit.PERMIT;
import static org.tansiq.domain.tasks.Permit.heldBy;
import static org.tansiq.domain.tasks.Permit.openedBy;

import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.test.fixture.AxonTestFixture;
import org.axonframework.test.fixture.AxonTestPhase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tansiq.domain.shared.NotAllowed;
import org.tansiq.domain.shared.NotFound;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Visibility;
import org.tansiq.domain.shared.Visibility.Reach;

class ShowingTasksTest {
    private static final Visibility OURS = new Visibility(Reach.ORG, Set.of(), null);
    private static final Visibility WITH_GENEVA = new Visibility(Reach.NAMED, Set.of(GENEVA), null);
    private static final Visibility LATER = new Visibility(Reach.COALITION, Set.of(), NOW.plusSeconds(60));

    private final AxonTestFixture fixture = fixture();

    @AfterEach
    void stop() {
        fixture.stop();
    }

    private static TaskShown shown(OrganizationId by, Visibility visibility) {
        return new TaskShown(GHOUTA, PERMIT, by, visibility, NOW);
    }

    private static ShowTask show(OrganizationId by, Visibility visibility) {
        return new ShowTask(GHOUTA, PERMIT, by, visibility, NOW);
    }

    private AxonTestPhase.Given given(Object... more) {
        return fixture.given()
                .events(foundedBy(PARIS), joined(BERLIN), joined(GENEVA), openedBy(BERLIN))
                .events(more);
    }

    @Test
    void whoever_opened_it_says_who_sees_it() {
        given().when().command(show(BERLIN, WITH_GENEVA)).then().events(shown(BERLIN, WITH_GENEVA));
    }

    @Test
    void saying_it_again_changes_nothing() {
        given(shown(BERLIN, OURS))
                .when()
                .command(show(BERLIN, OURS))
                .then()
                .success()
                .noEvents();
    }

    @Test
    void nobody_else_says_it_not_even_a_steward() {
        given().when()
                .command(show(PARIS, OURS))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotAllowed.class, "not-opener"));
    }

    @Test
    void whoever_left_says_nothing_more() {
        given(left(BERLIN))
                .when()
                .command(show(BERLIN, OURS))
                .then()
                .noEvents()
                .exceptionSatisfies(refusal ->
                        refusedAs(NotFound.class, "no-such-coalition").accept(refusal));
    }

    static Stream<Object> whatStewardsMayAsk() {
        return Stream.of(
                show(PARIS, OURS),
                new LiftTaskEmbargo(GHOUTA, PERMIT, PARIS, null, NOW),
                new ClaimTask(GHOUTA, PERMIT, PARIS, NOW),
                new ReleaseTask(GHOUTA, PERMIT, PARIS, NOW),
                new HandOverTask(GHOUTA, PERMIT, GENEVA, PARIS, NOW),
                new AcceptHandOver(GHOUTA, PERMIT, PARIS, NOW),
                new DeclineHandOver(GHOUTA, PERMIT, PARIS, NOW),
                new CompleteTask(GHOUTA, PERMIT, PARIS, NOW),
                new CancelTask(GHOUTA, PERMIT, PARIS, NEEDED, NOW));
    }

    @ParameterizedTest
    @MethodSource("whatStewardsMayAsk")
    void what_one_may_not_see_does_not_exist(Object command) {
        for (var hidden : new Visibility[] {OURS, WITH_GENEVA, LATER}) {
            given(shown(BERLIN, hidden))
                    .when()
                    .command(command)
                    .then()
                    .noEvents()
                    .exceptionSatisfies(refusedAs(NotFound.class, "no-such-task", java.util.Map.of("id", "permit")));
        }
    }

    @Test
    void whoever_is_named_sees_it() {
        given(shown(BERLIN, WITH_GENEVA))
                .when()
                .command(new ClaimTask(GHOUTA, PERMIT, GENEVA, NOW))
                .then()
                .events(heldBy(GENEVA));
    }

    @Test
    void whoever_holds_it_sees_it_whatever_is_said() {
        given(heldBy(PARIS), shown(BERLIN, OURS))
                .when()
                .command(new CompleteTask(GHOUTA, PERMIT, PARIS, NOW))
                .then()
                .events(new TaskCompleted(GHOUTA, PERMIT, PARIS, NOW));
    }

    @Test
    void a_task_may_be_opened_unseen() {
        var opened = new TaskOpened(GHOUTA, PERMIT, BERLIN, Permit.TITLE, NEEDED, null, null, OURS, NOW);
        fixture.given()
                .events(foundedBy(PARIS), joined(BERLIN))
                .when()
                .command(new OpenTask(GHOUTA, PERMIT, BERLIN, Permit.TITLE, NEEDED, null, null, OURS, NOW))
                .then()
                .events(opened);
    }

    @Test
    void an_embargo_that_is_due_is_lifted_even_for_one_who_left() {
        given(shown(BERLIN, LATER), left(BERLIN))
                .when()
                .command(new LiftTaskEmbargo(GHOUTA, PERMIT, BERLIN, NOW.plusSeconds(60), NOW))
                .then()
                .events(shown(BERLIN, Visibility.COALITION));
    }

    @Test
    void one_that_is_not_due_stays_unless_whoever_opened_it_does_not_wait() {
        given(shown(BERLIN, LATER))
                .when()
                .command(new LiftTaskEmbargo(GHOUTA, PERMIT, BERLIN, NOW.plusSeconds(59), NOW))
                .then()
                .success()
                .noEvents();
        given(shown(BERLIN, LATER))
                .when()
                .command(new LiftTaskEmbargo(GHOUTA, PERMIT, BERLIN, null, NOW))
                .then()
                .events(shown(BERLIN, Visibility.COALITION));
    }

    @Test
    void nobody_else_lifts_it() {
        given(heldBy(PARIS), shown(BERLIN, LATER))
                .when()
                .command(new LiftTaskEmbargo(GHOUTA, PERMIT, PARIS, null, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotAllowed.class, "not-opener"));
    }
}
