package org.tansiq.gateway.rights;

import org.tansiq.gateway.members.SignedIn;
import org.tansiq.projections.members.Standing;

/** Somebody who reads a coalition, and as what. */
public sealed interface Reader {
    SignedIn who();

    Standing standing();

    /**
     * One of a member organisation's people.
     *
     * @param standing the organisation's, member or steward
     */
    record Member(SignedIn who, Standing standing) implements Reader {}
}
