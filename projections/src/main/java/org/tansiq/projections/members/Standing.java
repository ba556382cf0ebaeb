package org.tansiq.projections.members;

/** How an organisation stands to a coalition. Whoever is invited and has asked as well is INVITED: it may come in by itself. */
public enum Standing {
    INVITED,
    REQUESTED,
    MEMBER,
    STEWARD
}
