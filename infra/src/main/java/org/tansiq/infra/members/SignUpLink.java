package org.tansiq.infra.members;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.PersonId;

/**
 * A right to make one account, once. Whoever has the token has the right; the store has only the token's hash.
 *
 * @param organization the organisation that the account will belong to; without one, whoever signs up brings a new one
 * @param expires from this instant on the link is worth nothing
 * @param maker who made it, and when; without one, the server did at its start
 */
public record SignUpLink(
        String tokenHash,
        @Nullable OrganizationId organization,
        Role role,
        Instant expires,
        @Nullable Maker maker) {
    public record Maker(PersonId person, Instant made) {}

    public boolean isOpen(Instant now) {
        return now.isBefore(expires);
    }
}
