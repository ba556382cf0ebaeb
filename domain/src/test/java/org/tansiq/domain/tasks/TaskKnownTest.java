package org.tansiq.domain.tasks;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tansiq.domain.Scene.BERLIN;
import static org.tansiq.domain.Scene.GHOUTA;
import static org.tansiq.domain.Scene.refusedAs;
import static org.tansiq.domain.tasks.Permit.PERMIT;
import static org.tansiq.domain.tasks.Permit.openedBy;

import org.junit.jupiter.api.Test;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.NotFound;

class TaskKnownTest {
    @Test
    void a_task_is_known_in_its_coalition_and_in_no_other() {
        var known = new TaskKnown().on(openedBy(BERLIN));

        assertThatCode(() -> known.required(GHOUTA, PERMIT)).doesNotThrowAnyException();
        assertThatThrownBy(() -> known.required(new CoalitionId("idlib"), PERMIT))
                .satisfies(refusedAs(NotFound.class, "no-such-task"));
    }

    @Test
    void a_task_that_nobody_opened_is_not_known() {
        assertThatThrownBy(() -> new TaskKnown().required(GHOUTA, PERMIT))
                .satisfies(refusedAs(NotFound.class, "no-such-task"));
    }
}
