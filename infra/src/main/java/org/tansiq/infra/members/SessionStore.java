package org.tansiq.infra.members;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.shared.PersonId;

/**
 * The sessions of all nodes. What ends is gone for every node when the call returns. How long a session lasts is not
 * known here. Instants are kept to the millisecond.
 */
public interface SessionStore extends AutoCloseable {
    void add(Session session);

    Optional<Session> find(String id);

    /** Never moves back; a session that has ended stays ended. */
    void seen(String id, Instant at);

    /** The latest used comes first. */
    List<Session> of(PersonId person);

    /** Answers whether this person had that session. */
    boolean end(PersonId person, String id);

    /** @param kept the one that goes on, if any */
    void endAll(PersonId person, @Nullable String kept);

    /** Forgets what was made before an instant or not used since another. */
    void clear(Instant madeBefore, Instant seenBefore);

    @Override
    void close();
}
