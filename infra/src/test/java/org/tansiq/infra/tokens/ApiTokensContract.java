package org.tansiq.infra.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Conflict;
import org.tansiq.domain.shared.PersonId;

/** What every store of tokens keeps to. */
abstract class ApiTokensContract {
    private static final Instant NOW = Instant.parse("2018-02-19T10:00:00Z");
    private static final PersonId MONA = new PersonId("mona");
    private static final PersonId ADAM = new PersonId("adam");

    private ApiTokens tokens;

    /** Opens the same store again and again within one test; it is empty when a test begins. */
    abstract ApiTokens open();

    @BeforeEach
    void begin() {
        tokens = open();
    }

    @AfterEach
    void end() {
        tokens.close();
    }

    @Test
    void what_was_added_is_found_also_when_opened_anew() {
        var narrow = new ApiToken(
                "a",
                "hash-a",
                MONA,
                "شريط",
                Scope.READ,
                new CoalitionId("ghouta"),
                NOW,
                NOW.plusMillis(1),
                LocalDate.parse("2018-02-19"));
        var wide = token("b", MONA, NOW, NOW.plusSeconds(9), null);
        tokens.add(narrow);
        tokens.add(wide);
        tokens.close();
        tokens = open();

        assertThat(tokens.bySecret("hash-a")).contains(narrow);
        assertThat(tokens.byId("a")).contains(narrow);
        assertThat(tokens.bySecret("hash-b")).contains(wide);
    }

    @Test
    void neither_the_id_nor_the_secret_nor_another_hash_opens_anything() {
        tokens.add(token("a", MONA));

        assertThat(tokens.bySecret("a")).isEmpty();
        assertThat(tokens.bySecret("hash-b")).isEmpty();
        assertThat(tokens.byId("hash-a")).isEmpty();
    }

    @Test
    void everybody_has_their_own_the_last_made_first() {
        tokens.add(token("a", MONA, NOW, NOW.plusSeconds(99), null));
        tokens.add(token("c", MONA, NOW.plusSeconds(2), NOW.plusSeconds(99), null));
        tokens.add(token("b", MONA, NOW.plusSeconds(1), NOW.plusSeconds(99), null));
        tokens.add(token("d", ADAM));

        assertThat(tokens.ofPerson(MONA)).extracting(ApiToken::id).containsExactly("c", "b", "a");
        assertThat(tokens.ofPerson(new PersonId("nobody"))).isEmpty();
    }

    @Test
    void who_owns_a_token_revokes_it_and_nobody_else() {
        tokens.add(token("a", MONA));

        assertThat(tokens.revoke(ADAM, "a")).isFalse();
        assertThat(tokens.bySecret("hash-a")).isPresent();
        assertThat(tokens.revoke(MONA, "a")).isTrue();
        assertThat(tokens.bySecret("hash-a")).isEmpty();
        assertThat(tokens.byId("a")).isEmpty();
        assertThat(tokens.revoke(MONA, "a")).isFalse();
    }

    @Test
    void all_of_a_person_go_at_once_and_nobody_else_s() {
        tokens.add(token("a", MONA));
        tokens.add(token("b", MONA));
        tokens.add(token("c", ADAM));

        tokens.revokeAll(MONA);

        assertThat(tokens.ofPerson(MONA)).isEmpty();
        assertThat(tokens.ofPerson(ADAM)).hasSize(1);
    }

    @Test
    void the_day_of_use_only_goes_forward() {
        tokens.add(token("a", MONA));
        var first = LocalDate.parse("2018-02-19");

        tokens.used("a", first);
        assertThat(tokens.byId("a").orElseThrow().lastUsed()).isEqualTo(first);
        tokens.used("a", first.plusDays(1));
        tokens.used("a", first);
        assertThat(tokens.byId("a").orElseThrow().lastUsed()).isEqualTo(first.plusDays(1));
        tokens.used("nothing", first);
        assertThat(tokens.byId("nothing")).isEmpty();
    }

    @Test
    void a_person_has_so_many_and_no_more_and_expired_ones_give_way() {
        for (var i = 0; i < ApiTokens.OF_PERSON_MAX; i++) {
            tokens.add(token("t" + i, MONA, NOW, NOW.plusSeconds(10), null));
        }
        var more = token("more", MONA, NOW.plusSeconds(9), NOW.plusSeconds(99), null);
        assertThatThrownBy(() -> tokens.add(more))
                .isInstanceOfSatisfying(
                        Conflict.class, refused -> assertThat(refused.code()).isEqualTo("too-many-tokens"));
        tokens.add(token("adam", ADAM));

        tokens.add(token("more", MONA, NOW.plusSeconds(10), NOW.plusSeconds(99), null));

        assertThat(tokens.ofPerson(MONA)).extracting(ApiToken::id).containsExactly("more");
    }

    @Test
    void secrets_are_told_by_their_beginning_and_never_twice_the_same() {
        var random = new SecureRandom();
        var secret = TokenSecret.make(random);

        assertThat(secret).startsWith("tansiq_").hasSize("tansiq_".length() + 43);
        assertThat(TokenSecret.make(random)).isNotEqualTo(secret);
        assertThat(TokenSecret.hash(secret)).hasSize(64).doesNotContain(secret);
    }

    private static ApiToken token(String id, PersonId person) {
        return token(id, person, NOW, NOW.plus(Duration.ofDays(90)), null);
    }

    private static ApiToken token(
            String id, PersonId person, Instant made, Instant expires, @Nullable LocalDate lastUsed) {
        return new ApiToken(id, "hash-" + id, person, "script", Scope.ACT, null, made, expires, lastUsed);
    }
}
