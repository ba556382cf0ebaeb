package org.tansiq.domain.permits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tansiq.domain.permits.PermitState.NOT_NEEDED;
import static org.tansiq.domain.permits.PermitState.TO_BE_ASKED;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tansiq.domain.actions.ActionKind;

class PermitStateTest {
    @ParameterizedTest
    @EnumSource(names = {"VIGIL", "DEMONSTRATION", "SIT_IN", "MARCH", "PETITION_STAND", "PROJECTION", "OTHER"})
    void what_takes_place_in_the_open_is_to_be_asked_for_until_somebody_says_otherwise(ActionKind kind) {
        assertThat(PermitState.unlessSaid(kind)).isEqualTo(TO_BE_ASKED);
    }

    @ParameterizedTest
    @EnumSource(names = {"PRESS_CONFERENCE", "MEETING", "EXHIBITION"})
    void what_takes_place_in_rooms_is_not(ActionKind kind) {
        assertThat(PermitState.unlessSaid(kind)).isEqualTo(NOT_NEEDED);
    }
}
