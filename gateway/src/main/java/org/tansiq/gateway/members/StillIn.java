package org.tansiq.gateway.members;

import java.security.Principal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.tansiq.infra.members.Accounts;

/** Whether somebody who was let in may stay, by what all nodes keep: for what goes on longer than a request. */
@Component
public class StillIn {
    private final Sessions sessions;
    private final Accounts accounts;

    StillIn(Sessions sessions, Accounts accounts) {
        this.sessions = sessions;
        this.accounts = accounts;
    }

    /**
     * Not whoever was locked out, signed out everywhere since, or came in by a session that has ended.
     *
     * @param since when they came in
     */
    public boolean is(@Nullable Principal who, Instant since) {
        return who instanceof Authentication authentication
                && authentication.getPrincipal() instanceof SignedIn me
                && accounts.byPerson(me.person())
                        .filter(account -> account.lets(since))
                        .isPresent()
                && InSession.id(authentication).map(sessions::isOpen).orElse(true);
    }
}
