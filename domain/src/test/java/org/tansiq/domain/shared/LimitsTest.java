package org.tansiq.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTest {
    private static Invalid refused(String code, ThrowingCallable limit) {
        var refusal = catchThrowableOfType(Invalid.class, limit);
        assertThat(refusal).isNotNull();
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.field()).isEqualTo("title");
        return refusal;
    }

    private static void allowed(ThrowingCallable limit) {
        assertThatCode(limit).doesNotThrowAnyException();
    }

    @Test
    void a_name_is_written_in_some_language_and_has_200_characters_at_most() {
        allowed(() -> Limits.name("title", Text.of("ar", "و".repeat(200))));
        refused("text-empty", () -> Limits.name("title", Text.of("ar", " ")));
        var refusal = refused("text-too-long", () -> Limits.name("title", Text.of("ar", "و".repeat(201))));
        assertThat(refusal.details()).isEqualTo(Map.of("max", 200, "length", 201));
    }

    @Test
    void a_text_may_be_missing_and_has_4000_characters_at_most() {
        allowed(() -> Limits.text("title", new Text(Map.of())));
        allowed(() -> Limits.text("title", Text.of("en", "x".repeat(4_000))));
        refused("text-too-long", () -> Limits.text("title", Text.of("en", "x".repeat(4_001))));
    }

    @Test
    void a_line_is_written_and_has_200_characters_at_most() {
        allowed(() -> Limits.line("title", "x".repeat(200)));
        refused("text-empty", () -> Limits.line("title", " "));
        refused("text-too-long", () -> Limits.line("title", "x".repeat(201)));
        refused("control-character", () -> Limits.line("title", "a\u0000b"));
        refused("control-character", () -> Limits.line("title", "a\nb"));
    }

    @Test
    void lines_and_tabs_may_part_words() {
        allowed(() -> Limits.text("title", Text.of("en", "first\nsecond\tand third")));
    }

    @Test
    void letters_and_signs_of_any_script_are_fine() {
        allowed(() -> Limits.name("title", Text.of("ar", "وقفة ‏(غوطة)‎ ١٢ – 🕯 \u2067قبل\u2069")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\u0007b", "a\u001bb", "a\rb", "a\u007fb", "a\u0085b", "a\u009fb"})
    void control_characters_are_refused(String words) {
        refused("control-character", () -> Limits.name("title", Text.of("en", words)));
        refused("control-character", () -> Limits.text("title", Text.of("en", words)));
    }

    @Test
    void half_a_character_is_refused() {
        refused("control-character", () -> Limits.name("title", Text.of("en", "a\ud83d")));
        refused("control-character", () -> Limits.name("title", Text.of("en", "\udd6f a")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "en", "pt-br", "zh-hant-tw", "ckb"})
    void language_tags_are_fine(String language) {
        allowed(() -> Limits.text("title", Text.of(language, "x")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "arabic", "en_us", "en-", "e1", "عر"})
    void other_tags_are_refused(String language) {
        refused("no-such-language", () -> Limits.text("title", Text.of(language, "x")));
    }

    @Test
    void a_tag_of_any_length_is_refused_and_not_told_back_in_full() {
        var refusal =
                refused("no-such-language", () -> Limits.text("title", Text.of("en" + "-ab".repeat(100_000), "x")));

        assertThat(refusal.details())
                .hasEntrySatisfying(
                        "language", told -> assertThat(told).asString().hasSize(Limits.LANGUAGE_LENGTH_MAX));
    }

    @Test
    void a_text_has_twelve_languages_at_most() {
        var words = new HashMap<String, String>();
        for (var letter = 'a'; letter < 'a' + 12; letter++) {
            words.put("x" + letter, "x");
        }
        allowed(() -> Limits.text("title", new Text(words)));
        words.put("zz", "x");
        refused("too-many", () -> Limits.text("title", new Text(words)));
    }

    @Test
    void times_lie_between_1900_and_2200() {
        allowed(() -> Limits.time("title", Instant.parse("1900-01-01T00:00:00Z")));
        allowed(() -> Limits.time("title", Instant.parse("2199-12-31T23:59:59Z")));
        refused("time-out-of-range", () -> Limits.time("title", Instant.parse("1899-12-31T23:59:59Z")));
        refused("time-out-of-range", () -> Limits.time("title", Instant.parse("2200-01-01T00:00:00Z")));
        refused("time-out-of-range", () -> Limits.time("title", Instant.MAX));
    }
}
