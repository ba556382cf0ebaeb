package org.tansiq.gateway.members;

import java.util.function.BiPredicate;
import org.springframework.stereotype.Component;
import org.tansiq.domain.shared.Invalid;
import org.tansiq.domain.shared.PersonId;
import org.tansiq.infra.members.Accounts;

/** Whoever is at the screen of an open session need not be its person: what opens the door is changed with both factors. */
@Component
public class OwnProof {
    private final Accounts accounts;
    private final Passwords passwords;
    private final SecondStep step;
    private final Attempts attempts;

    OwnProof(Accounts accounts, Passwords passwords, SecondStep step, Attempts attempts) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.step = step;
        this.attempts = attempts;
    }

    /**
     * The password, and a code that the authenticator shows now.
     *
     * @throws Invalid {@code wrong-password} or {@code wrong-code}
     */
    void byAuthenticator(PersonId person, String password, String code) {
        check(person, password, code, step::isOfTheMoment);
    }

    /**
     * The password, and a code of the authenticator or for recovery.
     *
     * @throws Invalid {@code wrong-password} or {@code wrong-code}
     */
    public void byAnyCode(PersonId person, String password, String code) {
        check(person, password, code, step::opens);
    }

    private void check(PersonId person, String password, String code, BiPredicate<PersonId, String> right) {
        attempts.count(person);
        var account = accounts.byPerson(person);
        if (account.isEmpty() || !passwords.matches(password, account.get().passwordHash())) {
            throw new Invalid("wrong-password", "current");
        }
        if (!right.test(person, code)) {
            throw new Invalid("wrong-code", "code");
        }
        attempts.forget(person);
    }
}
