package org.tansiq.gateway.tokens;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.NotFound;
import org.tansiq.gateway.members.CurrentAccount;
import org.tansiq.gateway.members.SignedIn;
import org.tansiq.gateway.shared.Fields;
import org.tansiq.infra.tokens.ApiToken;
import org.tansiq.infra.tokens.ApiTokens;
import org.tansiq.infra.tokens.Scope;

/** One's own tokens. They are looked after from a session: a token that leaked makes no further ones. */
@RestController
@RequestMapping(path = "/api/v1/me/tokens", produces = MediaType.APPLICATION_JSON_VALUE)
class MyTokensApi {
    /**
     * What is asked for.
     *
     * @param coalition the only one that it will see; without one, all that its owner sees
     * @param days until it expires: 90 unless said, 365 at most
     */
    record Wanted(
            @Nullable String name,
            @Nullable Scope scope,
            @Nullable String coalition,
            @Nullable Integer days) {}

    record Token(
            String id,
            String name,
            Scope scope,
            @Nullable CoalitionId coalition,
            Instant made,
            Instant expires,
            @Nullable LocalDate lastUsed) {
        static Token of(ApiToken token) {
            return new Token(
                    token.id(),
                    token.name(),
                    token.scope(),
                    token.coalition(),
                    token.made(),
                    token.expires(),
                    token.lastUsed());
        }
    }

    /** @param secret for {@code Authorization: Bearer}; it is told this once and kept nowhere */
    record Made(String id, String secret, Instant expires) {}

    private final MyTokens mine;
    private final ApiTokens tokens;

    MyTokensApi(MyTokens mine, ApiTokens tokens) {
        this.mine = mine;
        this.tokens = tokens;
    }

    @GetMapping
    List<Token> all(@CurrentAccount SignedIn me) {
        return tokens.ofPerson(me.person()).stream().map(Token::of).toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Made make(@CurrentAccount SignedIn me, @RequestBody Wanted wanted) {
        var made = mine.make(
                me,
                Fields.required("name", wanted.name()),
                Fields.required("scope", wanted.scope()),
                wanted.coalition() == null ? null : Fields.id("coalition", wanted.coalition(), CoalitionId::new),
                wanted.days() == null ? MyTokens.DAYS_USUAL : wanted.days());
        return new Made(made.token().id(), made.secret(), made.token().expires());
    }

    @DeleteMapping("/{token}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@CurrentAccount SignedIn me, @PathVariable String token) {
        if (!tokens.revoke(me.person(), token)) {
            throw new NotFound("token", token);
        }
    }
}
