package org.tansiq.infra.contacts;

import java.util.List;
import java.util.Optional;

/**
 * Who the contacts are: a name, a telephone number, an address, as their owners wrote it. It stands nowhere else. Every
 * change is durable when the call returns. Safe for use by many threads and nodes.
 */
public interface Contacts extends AutoCloseable {
    /** In UTF-16 units. */
    int LENGTH_MAX = 2_000;

    /** In place of what was written before, if anything was. */
    void write(ContactId contact, String who);

    Optional<String> find(ContactId contact);

    /** Nothing is there any more afterwards, and nothing may have been there before. */
    void delete(ContactId contact);

    /** Those of whom something is written. */
    List<ContactId> all();

    @Override
    void close();
}
