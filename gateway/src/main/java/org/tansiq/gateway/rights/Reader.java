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

    /** A person whom two organisations appointed: reads all of it, each reading recorded, and changes nothing. */
    record Auditor(SignedIn who) implements Reader {
        @Override
        public Standing standing() {
            return Standing.AUDITOR;
        }
    }

    /** One of the people of an organisation that watches without belonging: reads how things are, and changes nothing. */
    record Observer(SignedIn who) implements Reader {
        @Override
        public Standing standing() {
            return Standing.OBSERVER;
        }
    }
}
