package org.tansiq.infra.tokens;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tansiq.domain.shared.PersonId;

/**
 * The tokens of all persons. Every change is durable when the call returns, and every reader sees it from then on, on
 * whichever node. Instants are kept to the millisecond. Safe for use by many threads and nodes.
 */
public interface ApiTokens extends AutoCloseable {
    /** Tokens of one person; more are made by revoking some. */
    int OF_PERSON_MAX = 50;

    /**
     * Adds one. Those of the same person that have expired by the time it was made go.
     *
     * @throws org.tansiq.domain.shared.Conflict {@code too-many-tokens} when the person has {@link #OF_PERSON_MAX}
     */
    void add(ApiToken token);

    Optional<ApiToken> bySecret(String secretHash);

    Optional<ApiToken> byId(String id);

    /** The last made first. */
    List<ApiToken> ofPerson(PersonId person);

    /** Notes the day of use, unless a later one is there. */
    void used(String id, LocalDate day);

    /** Answers whether this person had this token. */
    boolean revoke(PersonId person, String id);

    /** For who is locked out, signs out everywhere, or is erased: the names that they gave are nowhere then. */
    void revokeAll(PersonId person);

    @Override
    void close();
}
