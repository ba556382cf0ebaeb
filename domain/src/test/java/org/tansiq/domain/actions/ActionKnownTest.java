package org.tansiq.domain.actions;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tansiq.domain.actions.Scene.*;

import org.junit.jupiter.api.Test;

class ActionKnownTest {
    @Test
    void an_action_is_known_in_its_coalition_and_in_no_other() {
        var known = new ActionKnown().on(scheduled(VIGIL, GREENS, EVENING));
        assertThatCode(() -> known.required(GHOUTA, VIGIL)).doesNotThrowAnyException();
        assertThatThrownBy(() -> known.required(ALEPPO, VIGIL)).satisfies(refusal("no-such-action"));
    }

    @Test
    void an_action_that_was_never_scheduled_is_not_known() {
        assertThatThrownBy(() -> new ActionKnown().required(GHOUTA, VIGIL)).satisfies(refusal("no-such-action"));
    }
}
