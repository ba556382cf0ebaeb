package org.tansiq.domain.tasks;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tansiq.domain.Scene.BERLIN;
import static org.tansiq.domain.Scene.GHOUTA;
import static org.tansiq.domain.Scene.NOW;
import static org.tansiq.domain.Scene.PARIS;
import static org.tansiq.domain.Scene.fixture;
import static org.tansiq.domain.Scene.foundedBy;
import static org.tansiq.domain.Scene.joined;
import static org.tansiq.domain.Scene.mergeUndone;
import static org.tansiq.domain.Scene.merged;
import static org.tansiq.domain.Scene.refusedAs;
import static org.tansiq.domain.Scene.scheduled;
import static org.tansiq.domain.tasks.Permit.NEEDED;
import static org.tansiq.domain.tasks.Permit.PERMIT;
import static org.tansiq.domain.tasks.Permit.TITLE;
import static org.tansiq.domain.tasks.Permit.doneBy;
import static org.tansiq.domain.tasks.Permit.heldBy;
import static org.tansiq.domain.tasks.Permit.openedBy;

import org.axonframework.test.fixture.AxonTestFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.actions.ActionId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Conflict;
import org.tansiq.domain.shared.Invalid;
import org.tansiq.domain.shared.Limits;
import org.tansiq.domain.shared.NotFound;
import org.tansiq.domain.shared.Text;

class OpeningTasksTest {
    private static final ActionId VIGIL = new ActionId("vigil");

    private final AxonTestFixture fixture = fixture();

    @AfterEach
    void stop() {
        fixture.stop();
    }

    @Test
    void a_member_opens_a_task() {
        fixture.given()
                .events(joined(PARIS))
                .when()
                .command(new OpenTask(GHOUTA, PERMIT, PARIS, TITLE, NEEDED, null, null, NOW))
                .then()
                .events(openedBy(PARIS));
    }

    @Test
    void a_task_may_be_due_and_for_an_action() {
        fixture.given()
                .events(joined(PARIS), scheduled(GHOUTA, VIGIL))
                .when()
                .command(forAction(VIGIL))
                .then()
                .events(new TaskOpened(GHOUTA, PERMIT, PARIS, TITLE, NEEDED, NOW.plusSeconds(60), VIGIL, NOW));
    }

    @Test
    void a_task_is_for_no_action_that_there_is_not() {
        fixture.given()
                .events(joined(PARIS))
                .when()
                .command(forAction(VIGIL))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-action"));
    }

    @Test
    void a_task_is_for_no_action_of_another_coalition() {
        fixture.given()
                .events(joined(PARIS), scheduled(new CoalitionId("aleppo"), VIGIL))
                .when()
                .command(forAction(VIGIL))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-action"));
    }

    @Test
    void a_task_is_for_the_action_that_remains_and_for_none_that_is_merged_into_another() {
        fixture.given()
                .events(joined(PARIS), scheduled(GHOUTA, VIGIL), merged(VIGIL))
                .when()
                .command(forAction(VIGIL))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(Conflict.class, "action-merged"));
        fixture.given()
                .events(joined(PARIS), scheduled(GHOUTA, VIGIL), merged(VIGIL), mergeUndone(VIGIL))
                .when()
                .command(forAction(VIGIL))
                .then()
                .events(new TaskOpened(GHOUTA, PERMIT, PARIS, TITLE, NEEDED, NOW.plusSeconds(60), VIGIL, NOW));
    }

    @Test
    void opening_it_again_changes_nothing_when_its_action_is_merged_meanwhile() {
        fixture.given()
                .events(
                        joined(PARIS),
                        scheduled(GHOUTA, VIGIL),
                        new TaskOpened(GHOUTA, PERMIT, PARIS, TITLE, NEEDED, NOW.plusSeconds(60), VIGIL, NOW),
                        merged(VIGIL))
                .when()
                .command(forAction(VIGIL))
                .then()
                .success()
                .noEvents();
    }

    private static OpenTask forAction(ActionId action) {
        return new OpenTask(GHOUTA, PERMIT, PARIS, TITLE, NEEDED, NOW.plusSeconds(60), action, NOW);
    }

    @Test
    void opening_it_again_changes_nothing() {
        fixture.given()
                .events(joined(PARIS), openedBy(PARIS))
                .when()
                .command(new OpenTask(GHOUTA, PERMIT, PARIS, TITLE, NEEDED, null, null, NOW))
                .then()
                .success()
                .noEvents();
    }

    @Test
    void opening_it_again_changes_nothing_whatever_became_of_it() {
        fixture.given()
                .events(joined(PARIS), joined(BERLIN), openedBy(PARIS), heldBy(BERLIN), doneBy(BERLIN))
                .when()
                .command(new OpenTask(GHOUTA, PERMIT, PARIS, TITLE, NEEDED, null, null, NOW))
                .then()
                .success()
                .noEvents();
    }

    @Test
    void the_identifier_of_anothers_task_is_refused() {
        fixture.given()
                .events(joined(PARIS), joined(BERLIN), openedBy(BERLIN))
                .when()
                .command(new OpenTask(GHOUTA, PERMIT, PARIS, TITLE, NEEDED, null, null, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(Conflict.class, "task-exists"));
    }

    @Test
    void the_identifier_of_a_task_of_another_coalition_is_refused() {
        fixture.given()
                .events(
                        joined(PARIS),
                        new TaskOpened(new CoalitionId("idlib"), PERMIT, PARIS, TITLE, NEEDED, null, null, NOW))
                .when()
                .command(new OpenTask(GHOUTA, PERMIT, PARIS, TITLE, NEEDED, null, null, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(Conflict.class, "task-exists"));
    }

    @Test
    void an_outsider_opens_nothing() {
        fixture.given()
                .events(foundedBy(BERLIN))
                .when()
                .command(new OpenTask(GHOUTA, PERMIT, PARIS, TITLE, NEEDED, null, null, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-coalition"));
    }

    @Test
    void a_task_without_a_title_is_refused() {
        assertThatThrownBy(() -> new OpenTask(GHOUTA, PERMIT, PARIS, Text.of("ar", ""), NEEDED, null, null, NOW))
                .satisfies(refusedAs(Invalid.class, "text-empty"));
    }

    @Test
    void a_need_over_its_limit_is_refused() {
        assertThatThrownBy(() -> new OpenTask(
                        GHOUTA,
                        PERMIT,
                        PARIS,
                        TITLE,
                        Text.of("en", "x".repeat(Limits.TEXT_LENGTH_MAX + 1)),
                        null,
                        null,
                        NOW))
                .satisfies(refusedAs(Invalid.class, "text-too-long"));
    }
}
