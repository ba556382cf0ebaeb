package org.tansiq.gateway.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tansiq.domain.shared.Invalid;

class PasswordsTest {
    private final Passwords passwords = new Passwords();

    @Test
    void a_password_matches_its_hash_and_no_other_does() {
        var hash = passwords.hash("eleven small lanterns");

        assertThat(passwords.matches("eleven small lanterns", hash)).isTrue();
        assertThat(passwords.matches("eleven small lantern", hash)).isFalse();
        assertThat(passwords.hash("eleven small lanterns")).as("salted").isNotEqualTo(hash);
    }

    @Test
    void a_long_password_counts_to_its_last_letter() {
        var hash = passwords.hash("م".repeat(127) + "ا");

        assertThat(passwords.matches("م".repeat(127) + "ا", hash)).isTrue();
        assertThat(passwords.matches("م".repeat(127) + "ب", hash)).isFalse();
    }

    @Test
    void letters_that_look_the_same_are_the_same() {
        var hash = passwords.hash("caf\u00E9 au lait, toujours");

        assertThat(passwords.matches("cafe\u0301 au lait, toujours", hash)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 128})
    void a_password_has_twelve_to_128_characters(int length) {
        assertThatCode(() -> Passwords.check("password", "x".repeat(length))).doesNotThrowAnyException();
        assertThatCode(() -> Passwords.check("password", "\uD83C\uDF39".repeat(length)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 11, 129})
    void a_shorter_or_longer_one_is_refused(int length) {
        assertThatThrownBy(() -> Passwords.check("password", "x".repeat(length)))
                .isInstanceOfSatisfying(Invalid.class, refused -> {
                    assertThat(refused.code()).isEqualTo("bad-password");
                    assertThat(refused.field()).isEqualTo("password");
                });
    }
}
