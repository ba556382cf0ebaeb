package org.tansiq.gateway.cli;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the commands say, in one language. */
final class CliWords {
    private static final Pattern GAP = Pattern.compile("\\{(\\w+)}");

    private final Properties words = new Properties();
    private final boolean isArabic;

    private CliWords(boolean isArabic) {
        this.isArabic = isArabic;
        var name = isArabic ? "cli_ar.properties" : "cli.properties";
        try (var in = CliWords.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing.");
            }
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param language such as {@code ar}, {@code ar_SY.UTF-8} or {@code C}; all but Arabic are English */
    static CliWords in(String language) {
        return new CliWords(language.toLowerCase(Locale.ROOT).matches("ar([-_.@].*)?"));
    }

    /** In the language of the terminal. */
    static CliWords in(Map<String, String> environment) {
        for (var name : new String[] {"LC_ALL", "LC_MESSAGES", "LANG"}) {
            var language = environment.getOrDefault(name, "");
            if (!language.isEmpty()) {
                return in(language);
            }
        }
        return in("en");
    }

    String of(String key, Map<String, ?> values) {
        return GAP.matcher(words.getProperty(key, key)).replaceAll(gap -> {
            var value = values.get(gap.group(1));
            return Matcher.quoteReplacement(value == null ? "" : inside(value));
        });
    }

    String of(String key) {
        return of(key, Map.of());
    }

    /** Names are of left-to-right scripts: set apart, they do not turn the Arabic sentence around them. */
    private String inside(Object value) {
        var text = value.toString();
        return isArabic && !text.matches("\\d*") ? '\u2068' + text + '\u2069' : text;
    }
}
