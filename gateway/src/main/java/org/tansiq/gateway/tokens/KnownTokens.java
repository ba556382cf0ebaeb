package org.tansiq.gateway.tokens;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;
import org.tansiq.gateway.members.SignedIn;
import org.tansiq.gateway.shared.OpenedWith;
import org.tansiq.gateway.shared.StillValid;
import org.tansiq.infra.members.Accounts;
import org.tansiq.infra.tokens.ApiToken;
import org.tansiq.infra.tokens.ApiTokens;
import org.tansiq.infra.tokens.TokenSecret;

/**
 * Whose token it is. Nothing is remembered between two requests, so a token that is revoked on any node, and an account
 * that is gone, locked or signed out everywhere since, or has another role, count from the next request on.
 */
@Component
public class KnownTokens implements StillValid {
    private static final int SECRET_LENGTH_MAX = 500;

    private final ApiTokens tokens;
    private final Accounts accounts;
    private final Clock clock;

    KnownTokens(ApiTokens tokens, Accounts accounts, Clock clock) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Its owner, with the {@link ApiToken} as details. Unknown, expired and revoked are the same. */
    Optional<Authentication> owner(String secret) {
        if (secret.isBlank() || secret.length() > SECRET_LENGTH_MAX) {
            return Optional.empty();
        }
        var now = clock.instant();
        return tokens.bySecret(TokenSecret.hash(secret))
                .filter(token -> token.isValid(now))
                .flatMap(token -> signedIn(token).map(who -> {
                    noteUse(token, LocalDate.ofInstant(now, ZoneOffset.UTC));
                    return authenticated(who, token);
                }));
    }

    @Override
    public boolean stillValid(OpenedWith opened) {
        return opened.token() == null
                || tokens.byId(opened.token())
                        .filter(token -> token.isValid(clock.instant()))
                        .flatMap(this::signedIn)
                        .filter(opened.who()::equals)
                        .isPresent();
    }

    private Optional<SignedIn> signedIn(ApiToken token) {
        return accounts.byPerson(token.person())
                .filter(account -> account.lets(token.made()))
                .map(account -> SignedIn.of(account).within(token.coalition()));
    }

    private void noteUse(ApiToken token, LocalDate today) {
        if (!today.equals(token.lastUsed())) {
            tokens.used(token.id(), today);
        }
    }

    private static Authentication authenticated(SignedIn who, ApiToken token) {
        var authentication = UsernamePasswordAuthenticationToken.authenticated(
                who, null, List.of(new SimpleGrantedAuthority("ROLE_" + who.role())));
        authentication.setDetails(token);
        return authentication;
    }
}
