package org.tansiq.probe;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.PersonId;
import org.tansiq.infra.tokens.ApiToken;
import org.tansiq.infra.tokens.ApiTokens;
import org.tansiq.infra.tokens.Scope;
import org.tansiq.infra.tokens.TokenSecret;

/** Tokens made beside the API, for those who are at work with it in tests. */
public final class Tokens {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Tokens() {}

    /** The secret of a new one that may do all that its owner may. */
    public static String make(ApiTokens tokens, PersonId person) {
        return make(tokens, person, Scope.ACT, null, Duration.ofDays(1));
    }

    public static String make(
            ApiTokens tokens, PersonId person, Scope scope, @Nullable CoalitionId coalition, Duration valid) {
        var secret = TokenSecret.make(RANDOM);
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        tokens.add(new ApiToken(
                UUID.randomUUID().toString(),
                TokenSecret.hash(secret),
                person,
                "test",
                scope,
                coalition,
                now.minus(Duration.ofDays(1)),
                now.plus(valid),
                null));
        return secret;
    }

    public static String bearer(String secret) {
        return "Bearer " + secret;
    }
}
