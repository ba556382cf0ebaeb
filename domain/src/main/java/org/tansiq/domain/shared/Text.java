package org.tansiq.domain.shared;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Something people wrote, in one or more languages. Keys are BCP 47 language tags in lower case ({@code ar}, {@code en});
 * values are never blank, for what was not written is not there.
 */
public record Text(Map<String, String> in) {
    /** Stands where words were whose author was erased. Two of them say nothing of each other. */
    public static final Text ERASED = ofBoth("[مُحي]", "[erased]");

    public Text {
        var written = new TreeMap<String, String>();
        in.forEach((language, words) -> {
            if (!words.isBlank()) {
                written.put(language.toLowerCase(Locale.ROOT), words.strip());
            }
        });
        in = Collections.unmodifiableMap(written);
    }

    public static Text of(String language, String words) {
        return new Text(Map.of(language, words));
    }

    public static Text ofBoth(String arabic, String english) {
        return new Text(Map.of("ar", arabic, "en", english));
    }

    public boolean isEmpty() {
        return in.isEmpty();
    }

    /** In the reader's language, else in Arabic, else in English, else in whatever it was written; empty if in none. */
    public String in(String language) {
        for (var wanted : List.of(language, "ar", "en")) {
            var words = in.get(wanted);
            if (words != null) {
                return words;
            }
        }
        return in.values().stream().findFirst().orElse("");
    }

    public int longest() {
        return in.values().stream().mapToInt(String::length).max().orElse(0);
    }
}
