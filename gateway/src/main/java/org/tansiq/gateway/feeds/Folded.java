package org.tansiq.gateway.feeds;

import java.nio.charset.StandardCharsets;

/** Lines of a calendar, none of which is longer than {@value #OCTETS_MAX} octets in UTF-8 (RFC 5545, 3.1). */
final class Folded {
    static final int OCTETS_MAX = 75;

    private static final String END = "\r\n";

    private Folded() {}

    /** Breaks lines that end with CRLF where they are too long, never within a character. */
    static String lines(String text) {
        var folded = new StringBuilder(text.length() + text.length() / OCTETS_MAX * 3);
        for (var line : text.stripTrailing().split(END, -1)) {
            fold(line, folded);
            folded.append(END);
        }
        return folded.toString();
    }

    private static void fold(String line, StringBuilder folded) {
        var octets = 0;
        for (var i = 0; i < line.length(); ) {
            var letter = line.codePointAt(i);
            var more = Character.toString(letter).getBytes(StandardCharsets.UTF_8).length;
            if (octets + more > OCTETS_MAX) {
                folded.append(END).append(' ');
                octets = 1;
            }
            folded.appendCodePoint(letter);
            octets += more;
            i += Character.charCount(letter);
        }
    }
}
