package org.tansiq.gateway.members;

import org.springframework.stereotype.Component;
import org.tansiq.gateway.shared.OpenedWith;
import org.tansiq.gateway.shared.StillValid;
import org.tansiq.infra.members.Accounts;

/** What a session has opened goes on while the session does, and nobody goes on who is locked out. */
@Component
class StillIn implements StillValid {
    private final Sessions sessions;
    private final Accounts accounts;

    StillIn(Sessions sessions, Accounts accounts) {
        this.sessions = sessions;
        this.accounts = accounts;
    }

    @Override
    public boolean stillValid(OpenedWith opened) {
        var session = opened.session();
        return (session == null || sessions.isOpen(session))
                && accounts.byPerson(opened.who().person())
                        .filter(account -> !account.locked())
                        .isPresent();
    }
}
