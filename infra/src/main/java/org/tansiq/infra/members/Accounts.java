package org.tansiq.infra.members;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.PersonId;

/**
 * The accounts and the links by which people get one. Every change is durable when the call returns. Instants are kept
 * to the millisecond.
 */
public interface Accounts extends AutoCloseable {
    boolean isEmpty();

    /**
     * Adds one account.
     *
     * @throws org.tansiq.domain.shared.Conflict {@code login-taken} when an account with this login or person exists
     */
    void add(Account account);

    /** The case of the login does not matter. */
    Optional<Account> byLogin(String login);

    Optional<Account> byPerson(PersonId person);

    /** In the order of their logins. */
    List<Account> ofOrganization(OrganizationId organization);

    /** Answers whether there is such a person. */
    boolean changePassword(PersonId person, String passwordHash);

    /** The same password under another hash. A password that was changed in the meantime stays. */
    void rehash(PersonId person, String was, String passwordHash);

    /** Answers whether there is such a person. */
    boolean lock(PersonId person, boolean locked);

    /** Remembers when a person signed out everywhere. */
    void signOut(PersonId person, Instant at);

    /** Nothing where the person has told nothing. */
    PersonalData personalData(PersonId person);

    /** In the place of all that was told before; what was told before is gone. */
    void tell(PersonalData data);

    /** Removes an account and all that its person told, and leaves nothing of it in the files. Answers whether there was one. */
    boolean erase(PersonId person);

    void addLink(SignUpLink link);

    /** The link, if it was neither used nor has expired; it stays. */
    Optional<SignUpLink> peekLink(String tokenHash, Instant now);

    /**
     * The link, if it was neither used nor has expired; it is gone. Of any number of callers on any number of nodes one
     * gets it. Expired links go at the same time.
     */
    Optional<SignUpLink> useLink(String tokenHash, Instant now);

    /** Makes every open link worthless. */
    void dropLinks();

    @Override
    void close();
}
