package org.tansiq.domain.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tansiq.domain.Scene.BERLIN;
import static org.tansiq.domain.Scene.GHOUTA;
import static org.tansiq.domain.Scene.NOW;
import static org.tansiq.domain.Scene.fixture;
import static org.tansiq.domain.Scene.refusedAs;
import static org.tansiq.domain.tasks.Permit.PERMIT;
import static org.tansiq.domain.tasks.Permit.heldBy;
import static org.tansiq.domain.tasks.Permit.openedBy;

import java.util.function.Consumer;
import org.axonframework.messaging.core.unitofwork.UnitOfWorkFactory;
import org.axonframework.modelling.StateManager;
import org.axonframework.test.fixture.AxonTestFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.NotFound;

class TaskKnownTest {
    private final AxonTestFixture fixture = fixture();

    @AfterEach
    void stop() {
        fixture.stop();
    }

    @Test
    void a_task_that_was_opened_is_known_whatever_became_of_it() {
        loaded(
                task -> assertThatCode(() -> task.required(GHOUTA, PERMIT)).doesNotThrowAnyException(),
                openedBy(BERLIN),
                heldBy(BERLIN),
                new TaskCompleted(GHOUTA, PERMIT, BERLIN, NOW));
    }

    @Test
    void a_task_that_nobody_opened_is_refused() {
        loaded(task -> assertThatThrownBy(() -> task.required(GHOUTA, PERMIT))
                .satisfies(refusedAs(NotFound.class, "no-such-task")));
    }

    @Test
    void a_task_of_another_coalition_is_refused() {
        loaded(
                task -> assertThatThrownBy(() -> task.required(new CoalitionId("idlib"), PERMIT))
                        .satisfies(refusedAs(NotFound.class, "no-such-task")),
                openedBy(BERLIN));
    }

    private void loaded(Consumer<TaskKnown> check, Object... events) {
        fixture.given().events(events).when().nothing().then().expect(axon -> {
            var task = axon.getComponent(UnitOfWorkFactory.class)
                    .create()
                    .executeWithResult(context ->
                            axon.getComponent(StateManager.class).loadEntity(TaskKnown.class, PERMIT, context))
                    .join();
            assertThat(task).isNotNull();
            check.accept(task);
        });
    }
}
