package org.tansiq.domain.campaigns;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/**
 * Letters that are taken for others. Those of other scripts become the Latin ones that they look like, small or as a
 * capital; rarer Arabic letters become the common ones on the same body.
 */
final class LookAlikes {
    private static final Map<Integer, Integer> SMALL = table(
            // Cyrillic: a ve ie komi-de shha dotted-i je ka em en o er qa dze te u ha we palochka
            "\u0430\u0432\u0435\u0501\u04BB\u0456\u0458\u043A\u043C\u043D\u043E\u0440\u051B\u0455\u0442\u0443\u0445\u051D\u04CF",
            "abedhijkmhopqstyxwl",
            // Greek: alpha beta epsilon zeta eta iota kappa mu nu omicron rho tau upsilon chi
            "\u03B1\u03B2\u03B5\u03B6\u03B7\u03B9\u03BA\u03BC\u03BD\u03BF\u03C1\u03C4\u03C5\u03C7",
            "abezhikmnoptyx",
            // one sigma
            "\u03C2",
            "\u03C3",
            // Armenian: oh, seh, ho, vo
            "\u0585\u057D\u0570\u0578",
            "ouhn",
            // phonetic: alpha, script g, small capital i, small capital l
            "\u0251\u0261\u026A\u029F",
            "agil",
            // Arabic: swash kaf, ya with small v, e, noon ghunna, dotless ba, dotless qaf, ta marbuta goal, gaf
            "\u06AA\u06CE\u06D0\u06BA\u066E\u066F\u06C3\u06AF",
            "\u0643\u064A\u064A\u0646\u0628\u0642\u0647\u0643");

    private LookAlikes() {}

    private static Map<Integer, Integer> table(String... pairs) {
        var table = new HashMap<Integer, Integer>();
        for (var pair = 0; pair < pairs.length; pair += 2) {
            for (var i = 0; i < pairs[pair].length(); i++) {
                table.put((int) pairs[pair].charAt(i), (int) pairs[pair + 1].charAt(i));
            }
        }
        return Map.copyOf(table);
    }

    /** What the letter is taken for, as a capital if it is one. */
    private static int common(int letter) {
        var small = Character.toLowerCase(letter);
        var as = SMALL.getOrDefault(small, small);
        return small == letter ? as : as == small ? letter : Character.toUpperCase(as);
    }

    static String common(String word) {
        return replaced(word, LookAlikes::common);
    }

    private static String replaced(String word, IntUnaryOperator as) {
        return word.codePoints()
                .map(as)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /**
     * What many typefaces show alike, made one: a capital i, a small l and 1; 0 and o. The word's first letter may be a
     * capital that was written small.
     */
    static String shapes(String word) {
        var shaped = replaced(common(word), letter -> switch (letter) {
            case 'I', '1' -> 'l';
            case '0', 'O' -> 'o';
            default -> letter;
        });
        return shaped.startsWith("i") ? "l" + shaped.substring(1) : shaped;
    }
}
