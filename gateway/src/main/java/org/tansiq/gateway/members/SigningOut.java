package org.tansiq.gateway.members;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;
import org.tansiq.domain.shared.PersonId;
import org.tansiq.infra.members.Accounts;

/** Ends what a person has open: by their own wish, or because their organisation locks them out. */
@Component
class SigningOut {
    private final Accounts accounts;
    private final Colleagues colleagues;
    private final Sessions sessions;
    private final Clock clock;

    SigningOut(Accounts accounts, Colleagues colleagues, Sessions sessions, Clock clock) {
        this.accounts = accounts;
        this.colleagues = colleagues;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** The browser forgets all that it kept of this server. */
    static void clear(HttpServletResponse response) {
        response.setHeader("Clear-Site-Data", "\"cache\", \"cookies\", \"storage\"");
    }

    static void goodBye(HttpServletResponse response) throws IOException {
        clear(response);
        response.sendRedirect("/sign-in?signed-out");
    }

    void everywhere(PersonId person) {
        accounts.signOut(person, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        sessions.endOthers(person, null);
    }

    /** Somebody of the coordinator's own organisation, who may have been arrested. */
    void lockOut(SignedIn coordinator, PersonId person) {
        var other = colleagues.of(coordinator, person);
        accounts.lock(other.person(), true);
        everywhere(other.person());
    }

    void letIn(SignedIn coordinator, PersonId person) {
        accounts.lock(colleagues.of(coordinator, person).person(), false);
    }
}
