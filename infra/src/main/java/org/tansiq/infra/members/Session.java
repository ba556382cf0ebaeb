package org.tansiq.infra.members;

import java.time.Instant;
import org.tansiq.domain.shared.PersonId;

/**
 * Somebody at work in a browser. Whoever has the secret has the session; the store has only the secret's hash.
 *
 * @param id SHA-256 of the secret: it names the session and opens nothing
 * @param seen when it was last used, to the minute
 * @param complete whether all was shown that is asked for at the door, and not the password alone
 */
public record Session(String id, PersonId person, Instant made, Instant seen, boolean complete) {}
