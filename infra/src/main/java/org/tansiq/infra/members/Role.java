package org.tansiq.infra.members;

/** What a person may do for their organisation. Whether that organisation is a steward of a coalition is in the log. */
public enum Role {
    /** Acts for the organisation and invites its people. */
    COORDINATOR,
    /** Acts for the organisation. */
    MEMBER,
    /** Reads everything the organisation may read, the whole history too, and changes nothing. */
    AUDITOR
}
