package org.tansiq.infra.members;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.shared.OrganizationId;

/**
 * A right to make one account, once. Whoever has the token has the right; the store has only the token's hash.
 *
 * @param organization the organisation that the account will belong to; without one, whoever signs up brings a new one
 * @param expires from this instant on the link is worth nothing
 */
public record SignUpLink(String tokenHash, @Nullable OrganizationId organization, Role role, Instant expires) {
    public boolean isOpen(Instant now) {
        return now.isBefore(expires);
    }
}
