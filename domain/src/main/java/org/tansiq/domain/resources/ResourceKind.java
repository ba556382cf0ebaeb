package org.tansiq.domain.resources;

/** What members lend each other; for each kind, what one unit of its quantity is. */
public enum ResourceKind {
    /** Persons, who speak certain languages. */
    PEOPLE,
    /** Pieces. */
    EQUIPMENT,
    /** Rooms. */
    VENUE,
    VEHICLE,
    /** Money, in whole units of the currency that the title names. */
    BUDGET,
    /** Accounts, passes, introductions: as many as may use them at a time. */
    ACCESS,
    /**
     * Somebody whom the owner knows: as many as may turn to them at a time. Title and details say what they are good for; who
     * it is stays with the owner, beside the log.
     */
    CONTACT
}
