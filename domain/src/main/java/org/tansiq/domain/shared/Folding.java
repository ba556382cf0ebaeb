package org.tansiq.domain.shared;

import java.text.Normalizer;

/**
 * Reduces a name to what people mean by it, so that spellings of one name compare equal: case, accents, Arabic vowel
 * signs, tatweel and invisible marks are dropped, the forms of alef, ya, kaf and ta marbuta are made one, digits of any
 * script become 0 to 9, and whatever is neither a letter nor a digit parts words.
 */
public final class Folding {
    private Folding() {}

    public static String fold(String name) {
        var bare = isAscii(name) ? name : Normalizer.normalize(name, Normalizer.Form.NFKD);
        var folded = new StringBuilder(bare.length());
        for (var i = 0; i < bare.length(); ) {
            var letter = bare.codePointAt(i);
            i += Character.charCount(letter);
            if (!isSilent(letter)) {
                write(letter, folded);
            }
        }
        var end = folded.length();
        return end > 0 && folded.charAt(end - 1) == ' ' ? folded.substring(0, end - 1) : folded.toString();
    }

    private static boolean isAscii(String name) {
        for (var i = 0; i < name.length(); i++) {
            if (name.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }

    /** Marks on letters, direction marks, tatweel, hamza alone, and apostrophes within a name, however they are typed. */
    private static boolean isSilent(int letter) {
        return switch (letter) {
            case '\'', '`', '\u00B4', '\u2018', '\u2019', '\u02BB', '\u02BC', '\u02BE', '\u02BF', '\u0640', '\u0621' ->
                true;
            default ->
                switch (Character.getType(letter)) {
                    case Character.NON_SPACING_MARK,
                            Character.COMBINING_SPACING_MARK,
                            Character.ENCLOSING_MARK,
                            Character.FORMAT -> true;
                    default -> false;
                };
        };
    }

    private static void write(int letter, StringBuilder out) {
        switch (letter) {
            case '\u0671' -> out.append('\u0627'); // alef wasla -> alef
            case '\u0649', '\u06CC' -> out.append('\u064A'); // alef maqsura, Persian ya -> ya
            case '\u0629', '\u06BE', '\u06C1', '\u06D5' -> out.append('\u0647'); // ta marbuta, other ha -> ha
            case '\u06A9' -> out.append('\u0643'); // Persian kaf -> kaf
            case '\u00DF', '\u1E9E' -> out.append("ss");
            case '\u00E6', '\u00C6' -> out.append("ae");
            case '\u0153', '\u0152' -> out.append("oe");
            case '\u00FE', '\u00DE' -> out.append("th");
            case '\u0131' -> out.append('i'); // Turkish dotless i
            case '\u00F8', '\u00D8' -> out.append('o');
            case '\u0142', '\u0141' -> out.append('l');
            case '\u0111', '\u0110', '\u00F0', '\u00D0' -> out.append('d');
            case '\u0127', '\u0126' -> out.append('h');
            case '\u0259', '\u018F' -> out.append('e'); // schwa, as in Azerbaijani
            default -> {
                if (Character.getType(letter) == Character.DECIMAL_DIGIT_NUMBER) {
                    out.append(Character.digit(letter, 10));
                } else if (Character.isLetterOrDigit(letter)) {
                    out.appendCodePoint(Character.toLowerCase(letter));
                } else if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
                    out.append(' ');
                }
            }
        }
    }
}
