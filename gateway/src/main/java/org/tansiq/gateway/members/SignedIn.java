package org.tansiq.gateway.members;

import org.springframework.security.core.AuthenticatedPrincipal;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.PersonId;
import org.tansiq.infra.members.Account;
import org.tansiq.infra.members.Role;

/** Who asks, and for which organisation. A controller gets it with {@link CurrentAccount}. */
public record SignedIn(PersonId person, OrganizationId organization, Role role, String login)
        implements AuthenticatedPrincipal {
    static SignedIn of(Account account) {
        return new SignedIn(account.person(), account.organization(), account.role(), account.login());
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
