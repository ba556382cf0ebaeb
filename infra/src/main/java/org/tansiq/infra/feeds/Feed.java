package org.tansiq.infra.feeds;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.PersonId;

/**
 * A calendar that programs read without signing in: it shows what one person sees, for as long as they do.
 *
 * @param id its name in the list; nobody reads anything with it
 * @param secretHash see {@link org.tansiq.infra.tokens.TokenSecret#hash}; the secret itself is kept nowhere
 * @param of the organisation's, the city's or the call's id; null for what needs none
 * @param named whether the calendar's title says whose it is
 * @param lastUsed the day (UTC) and no closer; null while it has not been read
 */
public record Feed(
        String id,
        String secretHash,
        PersonId person,
        CoalitionId coalition,
        Subject subject,
        @Nullable String of,
        boolean named,
        Instant made,
        @Nullable LocalDate lastUsed) {
    /** Not the hash: this ends up in logs. */
    @Override
    public String toString() {
        return "Feed[" + id + "]";
    }
}
