package org.tansiq.projections.members;

/**
 * How an organisation stands to a coalition. Whoever is invited and has asked as well is INVITED: it may come in by itself.
 * Whoever observes is an OBSERVER until it joins, invited or not.
 */
public enum Standing {
    INVITED,
    REQUESTED,
    /** Watches without belonging. */
    OBSERVER,
    /** A person's, not an organisation's: reads all of it for a time. No member row says so. */
    AUDITOR,
    MEMBER,
    STEWARD;

    /** Whether the organisation belongs to the coalition. */
    public boolean belongs() {
        return this == MEMBER || this == STEWARD;
    }
}
