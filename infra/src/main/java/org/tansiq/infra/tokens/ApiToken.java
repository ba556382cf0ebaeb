package org.tansiq.infra.tokens;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.PersonId;

/**
 * What a program shows instead of a login: it acts for one person, within its scope.
 *
 * @param id its name in addresses; nobody comes in with it
 * @param secretHash see {@link TokenSecret}; the secret itself is kept nowhere
 * @param name what its owner calls it
 * @param coalition the only one that it sees; null: all that its owner sees
 * @param expires from this instant on it is worth nothing
 * @param lastUsed the day (UTC) and no closer; null while it has not been used
 */
public record ApiToken(
        String id,
        String secretHash,
        PersonId person,
        String name,
        Scope scope,
        @Nullable CoalitionId coalition,
        Instant made,
        Instant expires,
        @Nullable LocalDate lastUsed) {
    public boolean isValid(Instant now) {
        return now.isBefore(expires);
    }

    /** Neither the name nor the hash: this ends up in logs. */
    @Override
    public String toString() {
        return "ApiToken[" + id + "]";
    }
}
