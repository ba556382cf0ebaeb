package org.tansiq.infra.feeds;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tansiq.domain.shared.PersonId;

/**
 * The calendar feeds of all persons. Every change is durable when the call returns, and every reader sees it from then on,
 * on whichever node. Instants are kept to the millisecond. Safe for use by many threads and nodes.
 */
public interface Feeds extends AutoCloseable {
    /** Feeds of one person; more are made by revoking some. */
    int OF_PERSON_MAX = 50;

    /**
     * Adds one.
     *
     * @throws org.tansiq.domain.shared.Conflict {@code too-many-feeds} when the person has {@link #OF_PERSON_MAX}
     */
    void add(Feed feed);

    Optional<Feed> bySecret(String secretHash);

    /** The last made first. */
    List<Feed> ofPerson(PersonId person);

    /** Notes the day of use, unless a later one is there. */
    void used(String id, LocalDate day);

    /** Answers whether this person had this feed. */
    boolean revoke(PersonId person, String id);

    /** For who is erased. */
    void revokeAll(PersonId person);

    @Override
    void close();
}
