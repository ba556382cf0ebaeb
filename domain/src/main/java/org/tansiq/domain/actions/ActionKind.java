package org.tansiq.domain.actions;

/** What people do there; the kinds that the study of past campaigns tells apart. */
public enum ActionKind {
    VIGIL,
    DEMONSTRATION,
    SIT_IN,
    MARCH,
    PRESS_CONFERENCE,
    /** With decision makers. */
    MEETING,
    EXHIBITION,
    PETITION_STAND,
    /** Light on a landmark. */
    PROJECTION,
    OTHER
}
