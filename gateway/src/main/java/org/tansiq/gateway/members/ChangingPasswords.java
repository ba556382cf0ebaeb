package org.tansiq.gateway.members;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tansiq.domain.shared.Invalid;
import org.tansiq.infra.members.Accounts;

/** Whoever knows the present password sets another; every other session of that person ends. */
@Component
class ChangingPasswords {
    private final Accounts accounts;
    private final Passwords passwords;
    private final Sessions sessions;

    ChangingPasswords(Accounts accounts, Passwords passwords, Sessions sessions) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
    }

    /** @param session the one it is done in, which goes on */
    void change(SignedIn me, Optional<String> session, String current, String next) {
        Passwords.check("next", next);
        var account = accounts.byPerson(me.person());
        if (account.isEmpty() || !passwords.matches(current, account.get().passwordHash())) {
            throw new Invalid("wrong-password", "current");
        }
        accounts.changePassword(me.person(), passwords.hash(next));
        sessions.endOthers(me.person(), session.orElse(null));
    }
}
