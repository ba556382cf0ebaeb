package org.tansiq.domain.permits;

import org.tansiq.domain.actions.ActionKind;

/** How an action stands with those who permit it. */
public enum PermitState {
    NOT_NEEDED,
    TO_BE_ASKED,
    ASKED,
    GRANTED,
    REFUSED;

    /**
     * As it stands before anybody said anything. What takes place in the open is taken to need a permit until somebody
     * says otherwise, for a needless question costs less than a vigil that is sent home; what takes place in rooms is not,
     * so that nobody is alarmed for nothing. It says nothing of any law.
     */
    public static PermitState unlessSaid(ActionKind kind) {
        return switch (kind) {
            case VIGIL, DEMONSTRATION, SIT_IN, MARCH, PETITION_STAND, PROJECTION, OTHER -> TO_BE_ASKED;
            case PRESS_CONFERENCE, MEETING, EXHIBITION -> NOT_NEEDED;
        };
    }
}
