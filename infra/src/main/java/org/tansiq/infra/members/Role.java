package org.tansiq.infra.members;

import java.util.List;

/** What a person may do for their organisation. Whether that organisation is a steward of a coalition is in the log. */
public enum Role {
    /** Acts for the organisation and invites its people. */
    COORDINATOR,
    /** Acts for the organisation. */
    MEMBER,
    /** Reads everything the organisation may read, the whole history too, and changes nothing. */
    AUDITOR,
    /** Looks after the installation, for no organisation: belongs to no coalition and reads none. */
    OPERATOR;

    /** The roles that a coordinator gives to people of the organisation. */
    public static List<Role> inOrganizations() {
        return List.of(COORDINATOR, MEMBER, AUDITOR);
    }
}
