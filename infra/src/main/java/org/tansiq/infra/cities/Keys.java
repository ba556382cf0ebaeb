package org.tansiq.infra.cities;

import java.util.Set;
import org.tansiq.domain.shared.Folding;

/** Coarser forms of a folded name, for those who write an article or a space less, or in another script. */
final class Keys {
    private static final Set<String> LATIN_ARTICLES = Set.of(
            "al", "el", "ul", "ad", "ed", "an", "en", "ar", "er", "as", "es", "ash", "esh", "at", "ath", "az", "ez",
            "the");
    private static final String ARABIC_ARTICLE = "\u0627\u0644";

    private Keys() {}

    /** Without articles and spaces: القاهرة and قاهرة, Deir ez-Zor and Deir al-Zor, become one. */
    static String loose(String name) {
        return looseOfFolded(Folding.fold(name));
    }

    static String looseOfFolded(String folded) {
        var words = folded.split(" ", -1);
        var key = new StringBuilder();
        for (var i = 0; i < words.length; i++) {
            var word = words[i];
            var last = i == words.length - 1;
            if (word.startsWith(ARABIC_ARTICLE) && word.length() > ARABIC_ARTICLE.length() + 1) {
                key.append(word, ARABIC_ARTICLE.length(), word.length());
            } else if (last || !LATIN_ARTICLES.contains(word)) {
                key.append(word);
            }
        }
        return key.toString();
    }

    /**
     * The consonants of a loose key in Latin letters, whatever the script, for names that nobody has written down in
     * Arabic yet: دوسلدورف and Düsseldorf both become {@code dsldrf}. Too coarse to find a city by; good to suggest one.
     */
    static String consonants(String loose) {
        var out = new StringBuilder();
        for (var i = 0; i < loose.length(); i++) {
            var next = i + 1 < loose.length() ? loose.charAt(i + 1) : ' ';
            var sound = sound(loose.charAt(i), next, i == 0);
            if (sound != ' ' && (out.isEmpty() || out.charAt(out.length() - 1) != sound)) {
                out.append(sound);
            }
        }
        return out.toString();
    }

    private static char sound(char letter, char next, boolean first) {
        return switch (letter) {
            case 'b', 'p', 'ب', 'پ' -> 'b';
            case 't', 'ت', 'ط', 'ث' -> 't';
            case 'd', 'د', 'ض', 'ذ' -> 'd';
            case 'c' -> "eiy".indexOf(next) >= 0 || next == 'h' ? 's' : 'k';
            case 'k' -> next == 'h' ? 'x' : 'k';
            case 'q', 'ك', 'ق' -> 'k';
            case 'خ' -> 'x';
            case 'x' -> 'k';
            case 'g', 'j', 'ج', 'غ', 'گ' -> 'g';
            case 's', 'س', 'ش', 'ص', 'چ' -> 's';
            case 'z', 'ز', 'ظ' -> 'z';
            case 'f', 'v', 'ف', 'ڤ' -> 'f';
            case 'l', 'ل' -> 'l';
            case 'm', 'م' -> 'm';
            case 'n', 'ن' -> 'n';
            case 'r', 'ر' -> 'r';
            case 'h', 'ه', 'ح' -> first ? 'h' : ' ';
            default -> ' ';
        };
    }
}
