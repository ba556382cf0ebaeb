package org.tansiq.gateway.members;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.infra.members.Accounts;
import org.tansiq.infra.members.Role;
import org.tansiq.infra.members.SignUpLink;

/** Makes the links by which people get an account, and knows them again. A token is shown once and kept as its hash. */
@Component
class SignUpLinks {
    static final Duration VALID = Duration.ofDays(3);

    /** @param path where the link leads on this server */
    record Made(String path, Instant expires) {}

    private final Accounts accounts;
    private final Clock clock;

    SignUpLinks(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    Made make(@Nullable OrganizationId organization, Role role, Duration valid) {
        var token = Secrets.fresh();
        var expires = Instant.ofEpochMilli(clock.millis()).plus(valid);
        accounts.addLink(new SignUpLink(hash(token), organization, role, expires));
        return new Made("/sign-up/" + token, expires);
    }

    Optional<SignUpLink> peek(String token) {
        return accounts.peekLink(hash(token), clock.instant());
    }

    Optional<SignUpLink> use(String token) {
        return accounts.useLink(hash(token), clock.instant());
    }

    void giveBack(SignUpLink link) {
        accounts.addLink(link);
    }

    static String hash(String token) {
        return Secrets.hash(token);
    }
}
