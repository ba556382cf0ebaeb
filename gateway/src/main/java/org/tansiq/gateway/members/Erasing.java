package org.tansiq.gateway.members;

import org.springframework.stereotype.Component;
import org.tansiq.domain.shared.NotFound;
import org.tansiq.domain.shared.PersonId;
import org.tansiq.gateway.shared.Desk;
import org.tansiq.infra.members.Accounts;
import org.tansiq.infra.members.Role;
import org.tansiq.infra.wiring.Actor;
import org.tansiq.infra.wiring.Erasures;
import org.tansiq.infra.wiring.Receipt;

/**
 * Makes a person forgotten, in all the places that know them: here is the one list of those places. A person asks for
 * themselves, or a coordinator of their organisation does.
 */
@Component
class Erasing {
    private final Erasures erasures;
    private final Accounts accounts;
    private final SigningOut signingOut;
    private final Desk desk;

    Erasing(Erasures erasures, Accounts accounts, SigningOut signingOut, Desk desk) {
        this.erasures = erasures;
        this.accounts = accounts;
        this.signingOut = signingOut;
        this.desk = desk;
    }

    Receipt oneself(SignedIn me) {
        return erase(me, me.person());
    }

    /** Somebody of the coordinator's own organisation; anybody else does not exist for them. */
    Receipt colleague(SignedIn me, PersonId person) {
        if (!person.equals(me.person())
                && (me.role() != Role.COORDINATOR
                        || accounts.byPerson(person)
                                .filter(account -> account.organization().equals(me.organization()))
                                .isEmpty())) {
            throw new NotFound("person", person);
        }
        return erase(me, person);
    }

    /** The account goes last: whoever meets a failure before can ask again. */
    private Receipt erase(SignedIn me, PersonId person) {
        var receipt = erasures.erase(person, new Actor(me.person(), me.organization()), desk.now());
        signingOut.everywhere(person);
        accounts.erase(person);
        return receipt;
    }
}
