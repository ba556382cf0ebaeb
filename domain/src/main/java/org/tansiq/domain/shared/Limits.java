package org.tansiq.domain.shared;

import java.time.Instant;
import java.util.Map;

/**
 * How long texts may be, in UTF-16 units, and when things may take place. Commands are measured when they are made; events
 * in the log never are.
 */
public final class Limits {
    public static final int NAME_LENGTH_MAX = 200;
    public static final int TEXT_LENGTH_MAX = 4_000;
    public static final int LANGUAGES_MAX = 12;

    /** What RFC 5646, section 4.4.1, asks everybody to have room for. */
    public static final int LANGUAGE_LENGTH_MAX = 35;

    /** Dates are written with four digits, and the calendar of a zone is not asked about other ages. */
    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

    private static final String LANGUAGE = "[a-z]{2,3}(-[a-z0-9]{2,8})*";

    private Limits() {}

    /** A name or a title: written in at least one language. */
    public static void name(String field, Text text) {
        if (text.isEmpty()) {
            throw new Invalid("text-empty", field);
        }
        nameIfAny(field, text);
    }

    /** A name that may be missing. */
    public static void nameIfAny(String field, Text text) {
        atMost(field, text, NAME_LENGTH_MAX);
    }

    /** A longer text that may be missing. */
    public static void text(String field, Text text) {
        atMost(field, text, TEXT_LENGTH_MAX);
    }

    /** A name that is not translated, on one line. */
    public static void line(String field, String line) {
        if (line.isBlank()) {
            throw new Invalid("text-empty", field);
        }
        if (line.length() > NAME_LENGTH_MAX) {
            throw new Invalid("text-too-long", field, Map.of("max", NAME_LENGTH_MAX, "length", line.length()));
        }
        if (Characters.hasControl(line)) {
            throw new Invalid("control-character", field);
        }
    }

    /** Lines in whatever language, that must be there. */
    public static void lines(String field, String lines, int max) {
        if (lines.isBlank()) {
            throw new Invalid("text-empty", field);
        }
        if (lines.length() > max) {
            throw new Invalid("text-too-long", field, Map.of("max", max, "length", lines.length()));
        }
        readable(field, lines);
    }

    /** A BCP 47 tag in lower case. */
    public static void language(String field, String language) {
        // The length comes first: matching takes room on the stack for every repetition.
        if (language.length() > LANGUAGE_LENGTH_MAX || !language.matches(LANGUAGE)) {
            throw new Invalid(
                    "no-such-language",
                    field,
                    Map.of("language", language.substring(0, Math.min(language.length(), LANGUAGE_LENGTH_MAX))));
        }
    }

    /** From the year 1900 until before 2200. */
    public static void time(String field, Instant time) {
        if (time.isBefore(FIRST) || !time.isBefore(LAST)) {
            throw new Invalid("time-out-of-range", field);
        }
    }

    private static void readable(String field, String words) {
        if (Characters.hasForbidden(words)) {
            throw new Invalid("control-character", field);
        }
    }

    public static void atMost(String field, int count, int max) {
        if (count > max) {
            throw new Invalid("too-many", field, Map.of("max", max, "count", count));
        }
    }

    private static void atMost(String field, Text text, int max) {
        if (text.longest() > max) {
            throw new Invalid("text-too-long", field, Map.of("max", max, "length", text.longest()));
        }
        atMost(field, text.in().size(), LANGUAGES_MAX);
        for (var language : text.in().keySet()) {
            language(field, language);
        }
        text.in().values().forEach(words -> readable(field, words));
    }
}
