package org.tansiq.gateway.calendars;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One property of a calendar.
 *
 * @param line of the file on which it begins, from 1
 * @param name in upper case; so are the names of the parameters
 * @param value as it is written, with what is escaped in it
 */
record ContentLine(int line, String name, Map<String, String> parameters, String value) {
    /** Nothing if it is none: {@code name *(;parameter=value) :value}, where quoted values hold anything but quotes. */
    static Optional<ContentLine> of(int line, String text) {
        var colon = outsideQuotes(text, ':', 0);
        if (colon < 0) {
            return Optional.empty();
        }
        var parts = text.substring(0, colon);
        var end = outsideQuotes(parts, ';', 0);
        var name = (end < 0 ? parts : parts.substring(0, end)).strip().toUpperCase(Locale.ROOT);
        var parameters = new LinkedHashMap<String, String>();
        while (end >= 0) {
            var next = outsideQuotes(parts, ';', end + 1);
            var parameter = next < 0 ? parts.substring(end + 1) : parts.substring(end + 1, next);
            var is = parameter.indexOf('=');
            if (is > 0) {
                parameters.putIfAbsent(
                        parameter.substring(0, is).strip().toUpperCase(Locale.ROOT),
                        unquoted(parameter.substring(is + 1).strip()));
            }
            end = next;
        }
        return name.isEmpty()
                ? Optional.empty()
                : Optional.of(new ContentLine(line, name, parameters, text.substring(colon + 1)));
    }

    private static int outsideQuotes(String text, char wanted, int from) {
        var quoted = false;
        for (var i = from; i < text.length(); i++) {
            var letter = text.charAt(i);
            if (letter == '"') {
                quoted = !quoted;
            } else if (letter == wanted && !quoted) {
                return i;
            }
        }
        return -1;
    }

    private static String unquoted(String value) {
        return value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")
                ? value.substring(1, value.length() - 1)
                : value;
    }

    /** The value as text: with its escapes resolved, on one line, without what turns words around beyond their end. */
    String text() {
        var words = new StringBuilder(value.length());
        for (var i = 0; i < value.length(); i++) {
            var letter = value.charAt(i);
            if (letter == '\\' && i + 1 < value.length()) {
                i++;
                letter = value.charAt(i) == 'n' || value.charAt(i) == 'N' ? ' ' : value.charAt(i);
            }
            if (!turns(letter)) {
                words.append(letter == '\t' ? ' ' : letter);
            }
        }
        return words.toString().strip();
    }

    private static boolean turns(char letter) {
        return (letter >= '\u202A' && letter <= '\u202E') || (letter >= '\u2066' && letter <= '\u2069');
    }

    /** The tag that it says it is in, else that of its script. */
    String language() {
        var said = parameters.getOrDefault("LANGUAGE", "").toLowerCase(Locale.ROOT);
        if (!said.isEmpty()) {
            return said.startsWith("en") || said.startsWith("ar") ? said.substring(0, 2) : said;
        }
        return value.codePoints()
                        .anyMatch(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.ARABIC)
                ? "ar"
                : "en";
    }
}
