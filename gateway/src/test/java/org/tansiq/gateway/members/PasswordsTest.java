package org.tansiq.gateway.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;
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
        assertThatCode(() -> Passwords.check("password", words(length))).doesNotThrowAnyException();
        assertThatCode(() -> Passwords.check("password", "\uD83C\uDF39".repeat(5) + words(length - 5)))
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

    private static String words(int length) {
        return "few lanterns make a march at night, ".repeat(4).substring(0, length);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aaaaaaaaaaaa",
                "abcabcabcabc",
                "123456789012",
                "987654321098",
                "abcdefghijklmnop",
                "qwertyuiopasdfghjkl",
                "1qaz2wsx3edc4rfv",
                "Password1234!",
                "P@ssw0rd2024",
                "passwordpassword",
                "Welcome-2025-admin",
                "letmein!!!!!!",
                "كلمة السر 123456",
                "ضصثقفغعهخحجد",
                "سوريا حرية 2011",
                "Ghouta2018!!",
                "١٢٣٤٥٦٧٨٩٠١٢"
            })
    void what_everybody_guesses_first_is_refused(String password) {
        assertThatThrownBy(() -> Passwords.check("password", password))
                .isInstanceOfSatisfying(Invalid.class, refused -> {
                    assertThat(refused.code()).isEqualTo("common-password");
                    assertThat(refused.field()).isEqualTo("password");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eleven small lanterns",
                "password for my cat",
                "correct horse battery staple",
                "أحد عشر فانوسا صغيرا",
                "938471650283",
                "kqzvxwjpyrtm",
                "summer lanterns"
            })
    void what_nobody_guesses_is_taken_whatever_it_is_made_of(String password) {
        assertThatCode(() -> Passwords.check("password", password)).doesNotThrowAnyException();
    }

    @Test
    void a_new_hash_is_of_argon2id_and_an_earlier_one_still_matches() {
        var earlier = "{pbkdf2-sha512}"
                + new Pbkdf2PasswordEncoder("", 16, 210_000, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA512)
                        .encode("eleven small lanterns");
        var hash = passwords.hash("eleven small lanterns");

        assertThat(hash).startsWith("{argon2id}$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.isOld(hash)).isFalse();
        assertThat(passwords.isOld(earlier)).isTrue();
        assertThat(passwords.matches("eleven small lanterns", earlier)).isTrue();
        assertThat(passwords.matches("twelve small lanterns", earlier)).isFalse();
    }
}
