package org.tansiq.gateway.tokens;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Invalid;
import org.tansiq.domain.shared.Limits;
import org.tansiq.gateway.members.SignedIn;
import org.tansiq.gateway.shared.Access;
import org.tansiq.infra.tokens.ApiToken;
import org.tansiq.infra.tokens.ApiTokens;
import org.tansiq.infra.tokens.Scope;
import org.tansiq.infra.tokens.TokenSecret;

/** A person makes a token of their own. */
@Component
class MyTokens {
    static final int DAYS_USUAL = 90;
    static final int DAYS_MAX = 365;

    /** @param secret is told this once */
    record Made(ApiToken token, String secret) {}

    private final ApiTokens tokens;
    private final Access access;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    MyTokens(ApiTokens tokens, Access access, Clock clock) {
        this.tokens = tokens;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Makes one.
     *
     * @param coalition the only one that it will see; its maker must see it
     * @param days until it expires, 1 to {@link #DAYS_MAX}
     */
    Made make(SignedIn me, String name, Scope scope, @Nullable CoalitionId coalition, int days) {
        Limits.line("name", name);
        if (days < 1 || days > DAYS_MAX) {
            throw new Invalid("bad-token-days", "days", Map.of("min", 1, "max", DAYS_MAX));
        }
        if (coalition != null) {
            access.knows(me, coalition);
        }
        var secret = TokenSecret.make(random);
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var token = new ApiToken(
                UUID.randomUUID().toString(),
                TokenSecret.hash(secret),
                me.person(),
                name,
                scope,
                coalition,
                now,
                now.plus(Duration.ofDays(days)),
                null);
        tokens.add(token);
        return new Made(token, secret);
    }
}
