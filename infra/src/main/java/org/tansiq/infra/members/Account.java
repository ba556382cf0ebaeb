package org.tansiq.infra.members;

import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.PersonId;

/**
 * A person who signs in for one organisation. The password is kept only as its slow hash.
 *
 * @param locked whoever is locked out reaches nothing, by no way
 * @param signedOut when this person last signed out everywhere: what was opened before it is over
 */
public record Account(
        PersonId person,
        String login,
        OrganizationId organization,
        Role role,
        String passwordHash,
        boolean locked,
        @Nullable Instant signedOut) {
    /** Stands where operators have no organisation. Nobody registers it, so it is never a member of anything. */
    public static final OrganizationId INSTALLATION = new OrganizationId("installation");

    /** A new one, that is open. */
    public Account(PersonId person, String login, OrganizationId organization, Role role, String passwordHash) {
        this(person, login, organization, role, passwordHash, false, null);
    }

    /** What makes two logins the same: neither case nor the way a letter is composed tells them apart. */
    public static String key(String login) {
        return Normalizer.normalize(login.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    public Account withPasswordHash(String hash) {
        return new Account(person, login, organization, role, hash, locked, signedOut);
    }

    public Account withLocked(boolean nowLocked) {
        return new Account(person, login, organization, role, passwordHash, nowLocked, signedOut);
    }

    public Account withSignedOut(Instant at) {
        return new Account(person, login, organization, role, passwordHash, locked, at);
    }

    /** Whether what this person opened at an instant still counts. */
    public boolean lets(Instant opened) {
        return !locked && (signedOut == null || opened.isAfter(signedOut));
    }

    /** Neither the login nor the hash: this ends up in logs. */
    @Override
    public String toString() {
        return "Account[" + person + "]";
    }
}
