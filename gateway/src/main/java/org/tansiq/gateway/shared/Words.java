package org.tansiq.gateway.shared;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The words of the message bundles, with named gaps: {@code at most {max}}. */
@Component
public class Words {
    private static final Pattern GAP = Pattern.compile("\\{([A-Za-z]+)}");

    private final MessageSource bundles;

    Words(MessageSource bundles) {
        this.bundles = bundles;
    }

    /** A gap that has no value stays empty. */
    public Optional<String> find(String key, Map<String, ?> values, Locale language) {
        // With no arguments the bundle's text comes as it is written, apostrophes and braces included.
        return Optional.ofNullable(bundles.getMessage(key, null, null, language))
                .map(words -> filled(words, values, language));
    }

    public String of(String key, Locale language) {
        return find(key, Map.of(), language).orElse(key);
    }

    private static String filled(String words, Map<String, ?> values, Locale language) {
        return GAP.matcher(words).replaceAll(gap -> {
            var value = values.containsKey(gap.group(1)) ? values.get(gap.group(1)) : "";
            return Matcher.quoteReplacement(inside(language, value));
        });
    }

    /** Text of unknown direction is set apart, so that it cannot turn the sentence around it. */
    private static String inside(Locale language, Object value) {
        var text = value.toString();
        return value instanceof Number
                        || text.isEmpty()
                        || !language.getLanguage().equals("ar")
                ? text
                : '\u2068' + text + '\u2069';
    }
}
