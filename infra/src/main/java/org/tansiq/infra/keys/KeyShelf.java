package org.tansiq.infra.keys;

import java.util.Optional;
import java.util.Set;

/**
 * Where the keys of authors lie, each wrapped. Not in the log: that one never forgets. Every change is durable when the call
 * returns, and what is removed is gone from the shelf's files. Safe for use by many threads and nodes. Every method throws
 * {@link org.tansiq.infra.log.LogFailure} when the store fails.
 */
public interface KeyShelf extends AutoCloseable {
    /** Nothing on a shelf that nobody has used. */
    Optional<Custody> custody();

    /** Whether it was the first; otherwise nothing happens. */
    boolean begin(Custody custody);

    Optional<byte[]> find(String person);

    /**
     * Keeps a key, unless the person has one.
     *
     * @return what is kept now; nothing if the person is about to be erased, or the keys are wrapped otherwise by now
     */
    Optional<byte[]> keep(String custody, String person, byte[] wrapped);

    /** Those who have a key. */
    Set<String> people();

    /** Notes that a person is about to be erased: no key is kept for them any more, also when they have been. */
    void announce(String person);

    /** Those who are announced. */
    Set<String> announced();

    /** Takes an announcement back. */
    void takeBack(String person);

    /** Removes a person's key for good. */
    void destroy(String person);

    /**
     * Wraps all that is left anew, in one step.
     *
     * @param wrapping from person and wrapped key to wrapped key
     */
    void rewrap(Custody next, Rewrapping wrapping);

    @FunctionalInterface
    interface Rewrapping {
        byte[] wrap(String person, byte[] wrapped);
    }

    @Override
    void close();
}
