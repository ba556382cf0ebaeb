package org.tansiq.gateway.members;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tansiq.domain.shared.NotFound;
import org.tansiq.domain.shared.PersonId;
import org.tansiq.gateway.shared.Desk;
import org.tansiq.infra.feeds.Feeds;
import org.tansiq.infra.members.Accounts;
import org.tansiq.infra.members.Identities;
import org.tansiq.infra.members.Passkeys;
import org.tansiq.infra.members.Role;
import org.tansiq.infra.members.SecondFactors;
import org.tansiq.infra.tokens.ApiTokens;
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
    private final SecondFactors secondFactors;
    private final Passkeys passkeys;
    private final Identities identities;
    private final ApiTokens tokens;
    private final Feeds feeds;
    private final SigningOut signingOut;
    private final Desk desk;

    Erasing(
            Erasures erasures,
            Accounts accounts,
            SecondFactors secondFactors,
            Passkeys passkeys,
            Identities identities,
            ApiTokens tokens,
            Feeds feeds,
            SigningOut signingOut,
            Desk desk) {
        this.erasures = erasures;
        this.accounts = accounts;
        this.secondFactors = secondFactors;
        this.passkeys = passkeys;
        this.identities = identities;
        this.tokens = tokens;
        this.feeds = feeds;
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

    private Receipt erase(SignedIn me, PersonId person) {
        var receipt = erasures.erase(person, new Actor(me.person(), me.organization()), desk.now());
        forget(person);
        return receipt;
    }

    /** What an erasure began that was cut off in the middle. */
    @EventListener(ApplicationReadyEvent.class)
    void finish() {
        erasures.erased().forEach(this::forget);
    }

    /** The account goes first: from then on no session, token or socket of theirs is good, whatever fails after it. */
    private void forget(PersonId person) {
        accounts.erase(person);
        signingOut.everywhere(person);
        tokens.revokeAll(person);
        feeds.revokeAll(person);
        passkeys.removeAll(person);
        identities.unlink(person);
        secondFactors.remove(person);
    }
}
