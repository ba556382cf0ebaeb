package org.tansiq.gateway.members;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.PersonId;
import org.tansiq.infra.members.Account;
import org.tansiq.infra.members.Role;

/**
 * Who asks, and for which organisation. A controller gets it with {@link CurrentAccount}.
 *
 * @param only the one coalition that a token was made for; for it there is no other
 */
public record SignedIn(
        PersonId person,
        OrganizationId organization,
        Role role,
        String login,
        @Nullable CoalitionId only) implements AuthenticatedPrincipal {
    public static SignedIn of(Account account) {
        return new SignedIn(account.person(), account.organization(), account.role(), account.login(), null);
    }

    /** The same person, to whom no other coalition exists. */
    public SignedIn within(@Nullable CoalitionId coalition) {
        return new SignedIn(person, organization, role, login, coalition);
    }

    public boolean mayKnow(CoalitionId coalition) {
        return only == null || only.equals(coalition);
    }

    @Override
    public String getName() {
        return login;
    }

    /** Without the login: this ends up in logs. */
    @Override
    public String toString() {
        return "SignedIn[" + person + "]";
    }
}
