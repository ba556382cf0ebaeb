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

    /** Removes an account for good, and leaves nothing of it in the store's files. Answers whether there was one. */
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
