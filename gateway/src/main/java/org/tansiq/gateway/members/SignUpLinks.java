package org.tansiq.gateway.members;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.PersonId;
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

    /** By the server itself. */
    Made make(@Nullable OrganizationId organization, Role role, Duration valid) {
        return make(organization, role, now().plus(valid), null);
    }

    Made make(@Nullable OrganizationId organization, Role role, PersonId maker) {
        var now = now();
        return make(organization, role, now.plus(VALID), new SignUpLink.Maker(maker, now));
    }

    private Made make(
            @Nullable OrganizationId organization, Role role, Instant expires, SignUpLink.@Nullable Maker maker) {
        var token = Secrets.fresh();
        accounts.addLink(new SignUpLink(hash(token), organization, role, expires, maker));
        return new Made("/sign-up/" + token, expires);
    }

    Optional<SignUpLink> peek(String token) {
        return accounts.peekLink(hash(token), now()).filter(this::counts);
    }

    Optional<SignUpLink> use(String token) {
        return accounts.useLink(hash(token), now()).filter(this::counts);
    }

    /** A link of whoever was locked out, or signed out everywhere, may have been made by somebody else in their name. */
    private boolean counts(SignUpLink link) {
        var maker = link.maker();
        return maker == null
                || accounts.byPerson(maker.person())
                        .filter(account -> account.lets(maker.made()))
                        .isPresent();
    }

    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }

    void giveBack(SignUpLink link) {
        accounts.addLink(link);
    }

    static String hash(String token) {
        return Secrets.hash(token);
    }
}
