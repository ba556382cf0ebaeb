package org.tansiq.infra.members;

import java.util.Optional;
import org.tansiq.domain.shared.PersonId;

/** Who of a provider's people is who here: a person has one identity, and an identity is one person's. */
public interface Identities extends AutoCloseable {
    /** In the place of the one that the person had. Answers no when it is another person's; then nothing changes. */
    boolean link(Identity identity);

    Optional<Identity> find(String id);

    Optional<Identity> of(PersonId person);

    /** Answers whether there was one. */
    boolean unlink(PersonId person);

    @Override
    void close();
}
