package org.tansiq.gateway.demo;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.tansiq.domain.shared.PersonId;
import org.tansiq.gateway.shared.StartRefused;
import org.tansiq.infra.tokens.ApiToken;
import org.tansiq.infra.tokens.ApiTokens;
import org.tansiq.infra.tokens.Scope;
import org.tansiq.infra.tokens.TokenSecret;

/** By which scripts act as the demonstration's steward. Each start sets it anew: as it is told, or at random. */
@Component
@Profile("demo")
class StewardsToken {
    private static final String NAME = "TANSIQ_DEMO_TOKEN";
    private static final int LENGTH_MIN = 32;
    private static final Duration VALID = Duration.ofDays(365);

    private final ApiTokens tokens;
    private final Clock clock;
    private final String secret;

    StewardsToken(ApiTokens tokens, Clock clock, @Value("${TANSIQ_DEMO_TOKEN:}") String secret) {
        if (!secret.isEmpty() && secret.length() < LENGTH_MIN) {
            throw new StartRefused(
                    "TANSIQ_DEMO_TOKEN is too short: a token can be guessed at, as often as one likes.",
                    "Give it at least " + LENGTH_MIN + " characters, such as from: openssl rand -hex 32");
        }
        this.tokens = tokens;
        this.clock = clock;
        this.secret = secret.isEmpty() ? TokenSecret.make(new SecureRandom()) : secret;
    }

    String secret() {
        return secret;
    }

    void set(PersonId steward) {
        tokens.ofPerson(steward).stream()
                .filter(token -> token.name().equals(NAME))
                .forEach(token -> tokens.revoke(steward, token.id()));
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        tokens.add(new ApiToken(
                UUID.randomUUID().toString(),
                TokenSecret.hash(secret),
                steward,
                NAME,
                Scope.ACT,
                null,
                now,
                now.plus(VALID),
                null));
    }
}
