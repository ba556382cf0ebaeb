package org.tansiq.projections.actions.matching;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The consonants of a folded word in classes that Arabic and Latin spellings share: تروكاديرو and Trocadéro are both
 * {@code trkdr}. Coarse on purpose, for each language writes the others' names by ear.
 */
final class Sounds {
    private static final Pattern SILENT_END = Pattern.compile("e?[stxdzp]s?$");

    private Sounds() {}

    /** As each language may read it; the first as English and French do. */
    static Set<String> readings(String folded) {
        var readings = new LinkedHashSet<String>();
        readings.add(of(folded));
        if (!WordForms.isArabic(folded)) {
            readings.add(of(folded.replace('c', 'j'))); // Turkish
            readings.add(of(folded.replace("sch", "s")
                    .replace("ch", "k")
                    .replace('w', 'v')
                    .replace("z", "ts")
                    .replace("j", ""))); // German
            readings.add(of(folded.replace('c', 's'))); // French, whose cedilla folding drops
            readings.add(of(SILENT_END.matcher(folded).replaceFirst(""))); // French
        }
        return readings;
    }

    static String of(String folded) {
        var out = new StringBuilder(folded.length());
        for (var i = 0; i < folded.length(); i++) {
            var next = i + 1 < folded.length() ? folded.charAt(i + 1) : ' ';
            var letter = folded.charAt(i);
            if (letter == 'x') {
                add('k', out);
                add('s', out);
            } else {
                add(i == 0 && "hهح".indexOf(letter) >= 0 ? 'h' : sound(letter, next), out);
            }
        }
        return out.toString();
    }

    private static void add(char sound, StringBuilder out) {
        if (sound != ' ' && (out.isEmpty() || out.charAt(out.length() - 1) != sound)) {
            out.append(sound);
        }
    }

    private static char sound(char letter, char next) {
        return switch (letter) {
            case 'p' -> next == 'h' ? 'f' : 'b';
            case 'b', 'ب', 'پ' -> 'b';
            case 't', 'ت', 'ط', 'ث' -> 't';
            case 'd', 'د', 'ض', 'ذ' -> 'd';
            case 'c' -> "eiyh".indexOf(next) >= 0 ? 's' : next == 'k' ? ' ' : 'k';
            case 'k', 'q', 'ك', 'ق', 'خ' -> 'k';
            case 'g', 'j', 'ج', 'غ', 'گ' -> 'g';
            case 's', 'z', 'س', 'ش', 'ص', 'ز', 'ظ', 'چ' -> 's';
            case 'f', 'v', 'ف', 'ڤ' -> 'f';
            case 'l', 'ل' -> 'l';
            case 'm', 'م' -> 'm';
            case 'n', 'ن' -> 'n';
            case 'r', 'ر' -> 'r';
            default -> Character.isDigit(letter) ? letter : ' ';
        };
    }
}
