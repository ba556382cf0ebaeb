package org.tansiq.infra.members;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tansiq.domain.shared.PersonId;

/** The passkeys of all people. Instants are kept to the millisecond. */
public interface Passkeys extends AutoCloseable {
    /** Answers whether it was new: a credential belongs to one person. */
    boolean add(Passkey passkey);

    Optional<Passkey> find(String id);

    /** The oldest comes first. */
    List<Passkey> of(PersonId person);

    /**
     * Notes a use. Answers whether it was the next one: a counter that does not grow is that of a copy, unless the device
     * never counts.
     */
    boolean use(String id, long counter, Instant at);

    /** Answers whether this person had that passkey. */
    boolean remove(PersonId person, String id);

    void removeAll(PersonId person);

    @Override
    void close();
}
