package org.tansiq.domain.shared;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Reduces a name to what people mean by it, so that spellings of one name compare equal: case, accents, Arabic vowel
 * signs and tatweel are dropped, the forms of alef, ya and ta marbuta are made one, and whatever is neither a letter nor
 * a digit parts words.
 */
public final class Folding {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Folding() {}

    public static String fold(String name) {
        var bare =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
        var letters = new StringBuilder(bare.length());
        for (var i = 0; i < bare.length(); i++) {
            letter(bare.charAt(i), letters);
        }
        return BETWEEN_WORDS
                .matcher(letters.toString().toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
    }

    private static void letter(char letter, StringBuilder out) {
        switch (letter) {
            case '\u0640',
                    '\u0621',
                    '\'',
                    '\u2019',
                    '\u02BC',
                    '`' -> {} // tatweel, hamza alone, apostrophes within a name
            case '\u0671' -> out.append('\u0627'); // alef wasla -> alef
            case '\u0649', '\u06CC' -> out.append('\u064A'); // alef maqsura, Persian ya -> ya
            case '\u0629' -> out.append('\u0647'); // ta marbuta -> ha
            case '\u06A9' -> out.append('\u0643'); // Persian kaf -> kaf
            case '\u00DF' -> out.append("ss");
            case '\u0131' -> out.append('i'); // Turkish dotless i
            case '\u00F8', '\u00D8' -> out.append('o');
            case '\u0142', '\u0141' -> out.append('l');
            default -> out.append(letter);
        }
    }
}
