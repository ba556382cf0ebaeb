package org.tansiq.gateway.members;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tansiq.domain.shared.Conflict;
import org.tansiq.domain.shared.Limits;
import org.tansiq.domain.shared.NotFound;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.PersonId;
import org.tansiq.domain.shared.Text;
import org.tansiq.infra.members.Account;
import org.tansiq.infra.members.Accounts;
import org.tansiq.infra.members.SignUpLink;

/** A link becomes an account, once. What is refused leaves the link as it was. */
@Component
class SigningUp {
    private final Accounts accounts;
    private final SignUpLinks links;
    private final Passwords passwords;
    private final OrganizationRegistrar organizations;
    private final SetupFile setup;

    SigningUp(
            Accounts accounts,
            SignUpLinks links,
            Passwords passwords,
            OrganizationRegistrar organizations,
            SetupFile setup) {
        this.accounts = accounts;
        this.links = links;
        this.passwords = passwords;
        this.organizations = organizations;
        this.setup = setup;
    }

    /** Used, expired and never made are the same. */
    SignUpLink link(String token) {
        return links.peek(token).orElseThrow(SigningUp::noSuchLink);
    }

    /** @param organizationName of the new organisation, when the link brings one */
    void signUp(String token, String login, String password, Text organizationName) {
        var link = link(token);
        Logins.check("login", login);
        Passwords.check("password", password);
        if (link.organization() == null) {
            Limits.name("organizationName", organizationName);
        }
        if (accounts.byLogin(login).isPresent()) {
            throw new Conflict("login-taken");
        }
        var hash = passwords.hash(password);
        var used = links.use(token).orElseThrow(SigningUp::noSuchLink);
        try {
            accounts.add(new Account(
                    new PersonId(UUID.randomUUID().toString()),
                    login,
                    organization(used, organizationName),
                    used.role(),
                    hash));
        } catch (RuntimeException refused) {
            links.giveBack(used);
            throw refused;
        }
        setup.used(token);
    }

    private OrganizationId organization(SignUpLink link, Text name) {
        if (link.organization() != null) {
            return link.organization();
        }
        var organization = new OrganizationId(UUID.randomUUID().toString());
        organizations.register(organization, name);
        return organization;
    }

    private static NotFound noSuchLink() {
        return new NotFound("sign-up-link", "");
    }
}
