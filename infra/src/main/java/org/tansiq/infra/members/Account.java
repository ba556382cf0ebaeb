package org.tansiq.infra.members;

import java.text.Normalizer;
import java.util.Locale;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.PersonId;

/** A person who signs in for one organisation. The password is kept only as its slow hash. */
public record Account(PersonId person, String login, OrganizationId organization, Role role, String passwordHash) {
    /** Stands where operators have no organisation. Nobody registers it, so it is never a member of anything. */
    public static final OrganizationId INSTALLATION = new OrganizationId("installation");

    /** What makes two logins the same: neither case nor the way a letter is composed tells them apart. */
    public static String key(String login) {
        return Normalizer.normalize(login.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    public Account withPasswordHash(String hash) {
        return new Account(person, login, organization, role, hash);
    }

    /** Neither the login nor the hash: this ends up in logs. */
    @Override
    public String toString() {
        return "Account[" + person + "]";
    }
}
