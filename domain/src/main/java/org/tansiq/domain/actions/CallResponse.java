package org.tansiq.domain.actions;

/** What an organisation answers to a call for now, other than with a city. */
public enum CallResponse {
    TAKES_PART_LATER,
    CANNOT
}
