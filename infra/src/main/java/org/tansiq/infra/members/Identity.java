package org.tansiq.infra.members;

import java.time.Instant;
import org.tansiq.domain.shared.PersonId;

/**
 * Somebody whom a provider knows, who is a person here.
 *
 * @param id a hash of the provider's name and of its name for them: neither can be read here
 */
public record Identity(String id, PersonId person, Instant made) {
    @Override
    public String toString() {
        return "Identity[" + person + "]";
    }
}
