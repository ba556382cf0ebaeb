package org.tansiq.gateway.members;

import org.springframework.security.core.AuthenticatedPrincipal;
import org.tansiq.domain.shared.PersonId;

/** Somebody who knew the password and has still to show the second factor: reaches the page for that and nothing else. */
record AtTheDoor(PersonId person, String login) implements AuthenticatedPrincipal {
    static final String AUTHORITY = "AT_THE_DOOR";

    @Override
    public String getName() {
        return login;
    }

    /** Without the login: this ends up in logs. */
    @Override
    public String toString() {
        return "AtTheDoor[" + person + "]";
    }
}
