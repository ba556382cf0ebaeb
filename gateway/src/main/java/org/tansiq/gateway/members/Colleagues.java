package org.tansiq.gateway.members;

import org.springframework.stereotype.Component;
import org.tansiq.domain.shared.Conflict;
import org.tansiq.domain.shared.NotFound;
import org.tansiq.domain.shared.PersonId;
import org.tansiq.infra.members.Account;
import org.tansiq.infra.members.Accounts;

/** The people whom a coordinator looks after: those of the own organisation, and not oneself. */
@Component
class Colleagues {
    private final Accounts accounts;

    Colleagues(Accounts accounts) {
        this.accounts = accounts;
    }

    /** People of other organisations are as those who are not there. */
    Account of(SignedIn coordinator, PersonId person) {
        if (person.equals(coordinator.person())) {
            throw new Conflict("own-account");
        }
        return accounts.byPerson(person)
                .filter(account -> account.organization().equals(coordinator.organization()))
                .orElseThrow(() -> new NotFound("person", person));
    }
}
