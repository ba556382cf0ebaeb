package org.tansiq.gateway.problems;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Both languages say everything, and whatever can be refused has words for it. */
class BundlesTest {
    private static final Pattern GAP = Pattern.compile("\\{\\w+}");
    private static final Pattern ARABIC = Pattern.compile("\\p{IsArabic}");

    private final Properties english = bundle("/messages.properties");
    private final Properties arabic = bundle("/messages_ar.properties");

    @Test
    void both_languages_have_the_same_keys() {
        assertThat(arabic.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    }

    @Test
    void nothing_is_left_unsaid() {
        assertThat(Stream.of(english, arabic).flatMap(bundle -> bundle.entrySet().stream()))
                .isNotEmpty()
                .allSatisfy(words -> assertThat(words.getValue().toString())
                        .as("%s", words.getKey())
                        .isNotBlank());
    }

    @Test
    void arabic_is_arabic() {
        assertThat(arabic.stringPropertyNames())
                .filteredOn(key -> !key.equals("frame.other-language"))
                .allSatisfy(key -> assertThat(arabic.getProperty(key)).as(key).containsPattern(ARABIC));
    }

    @Test
    void both_languages_tell_the_same_particulars() {
        assertThat(english.stringPropertyNames())
                .allSatisfy(key ->
                        assertThat(gaps(arabic.getProperty(key))).as(key).isEqualTo(gaps(english.getProperty(key))));
    }

    @Test
    void every_problem_of_the_web_has_words() {
        assertThat(Arrays.stream(WebProblem.values()).map(WebProblem::code)).allSatisfy(this::hasWords);
    }

    @Test
    void every_refusal_in_the_code_has_words() throws IOException {
        var codes = RefusalCodes.all();

        assertThat(codes)
                .as("codes that the search is known to find")
                .contains("task-held", "text-too-long", "no-such-coalition", "no-such-sign-up-link", "bad-password");
        assertThat(codes).allSatisfy(this::hasWords);
    }

    @Test
    void no_words_are_left_of_what_is_refused_no_more() throws IOException {
        var codes = new TreeSet<>(RefusalCodes.all());
        Arrays.stream(WebProblem.values()).map(WebProblem::code).forEach(codes::add);
        codes.add("unknown");

        assertThat(english.stringPropertyNames())
                .filteredOn(key -> key.startsWith("problem.") && key.endsWith(".title"))
                .allSatisfy(key -> assertThat(codes)
                        .contains(key.substring("problem.".length(), key.length() - ".title".length())));
    }

    private void hasWords(String code) {
        assertThat(english.stringPropertyNames()).contains("problem." + code + ".title", "problem." + code + ".detail");
    }

    private static Set<String> gaps(String words) {
        return GAP.matcher(words).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties bundle(String name) {
        var bundle = new Properties();
        try (var in = BundlesTest.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            bundle.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
        return bundle;
    }
}
