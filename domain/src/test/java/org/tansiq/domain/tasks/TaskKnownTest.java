package org.tansiq.domain.tasks;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.NotFound;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Text;

class TaskKnownTest {
    private static final CoalitionId GHOUTA = new CoalitionId("ghouta");
    private static final TaskId PERMIT = new TaskId("permit");

    @Test
    void an_opened_task_is_known_in_its_coalition_and_in_no_other() {
        var known = new TaskKnown()
                .on(new TaskOpened(
                        GHOUTA,
                        PERMIT,
                        new OrganizationId("paris"),
                        Text.of("en", "Police permit"),
                        Text.of("en", "by hand"),
                        null,
                        null,
                        Instant.parse("2018-02-19T10:00:00Z")));
        assertThatCode(() -> known.required(GHOUTA, PERMIT)).doesNotThrowAnyException();
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> known.required(new CoalitionId("aleppo"), PERMIT))
                .withMessageContaining("no-such-task");
    }

    @Test
    void what_was_never_opened_is_not_known() {
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> new TaskKnown().required(GHOUTA, PERMIT));
    }
}
