package org.tansiq.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tansiq.infra.keys.KeysRefused;
import org.tansiq.infra.log.Flaw;
import org.tansiq.infra.logtool.ToolRefused;

/** Whatever a command says, it says in both languages. */
class CliWordsTest {
    private static final Pattern GAP = Pattern.compile("\\{\\w+}");
    private static final Pattern ARABIC = Pattern.compile("\\p{IsArabic}");

    private final Properties english = words("cli.properties");
    private final Properties arabic = words("cli_ar.properties");

    @Test
    void both_languages_have_the_same_keys_and_tell_the_same_particulars() {
        assertThat(arabic.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(english.stringPropertyNames()).allSatisfy(key -> {
            assertThat(english.getProperty(key)).as(key).isNotBlank();
            assertThat(arabic.getProperty(key)).as(key).containsPattern(ARABIC);
            assertThat(gaps(arabic.getProperty(key))).as(key).isEqualTo(gaps(english.getProperty(key)));
        });
    }

    @Test
    void every_flaw_and_every_refusal_has_words_and_there_are_no_others() {
        var wanted = Stream.of(
                        Arrays.stream(Flaw.Kind.values()).map(kind -> "flaw." + Cli.key(kind)),
                        Arrays.stream(ToolRefused.Why.values()).map(why -> "refused." + Cli.key(why)),
                        Arrays.stream(KeysRefused.Why.values()).map(why -> "keys." + Cli.key(why)))
                .flatMap(keys -> keys)
                .collect(Collectors.toSet());

        assertThat(english.stringPropertyNames().stream()
                        .filter(key -> key.matches("(flaw|refused|keys)\\..*"))
                        .collect(Collectors.toSet()))
                .isEqualTo(wanted);
    }

    @Test
    void the_terminal_says_which_language() {
        assertThat(Stream.of("ar", "ar_SY.UTF-8", "AR", "ar-SY")
                        .map(language -> CliWords.in(Map.of("LANG", language)).of("import.done")))
                .allMatch(words -> ARABIC.matcher(words).find());
        assertThat(Stream.of("", "C", "en_GB.UTF-8", "arn_CL", "de")
                        .map(language -> CliWords.in(Map.of("LANG", language)).of("import.done")))
                .noneMatch(words -> ARABIC.matcher(words).find());
        assertThat(CliWords.in(Map.of("LANG", "en", "LC_ALL", "ar")).of("import.done"))
                .containsPattern(ARABIC);
    }

    private static Set<String> gaps(String words) {
        return GAP.matcher(words).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties words(String name) {
        var words = new Properties();
        try (var in = Cli.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
        return words;
    }
}
