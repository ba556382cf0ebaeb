package org.tansiq.domain.campaigns;

import java.util.regex.Pattern;

/**
 * Arabic words in Latin letters, as they are written by ear: {@code ghouta, ghuta, gouta, ghoutah}. Consonants that stand
 * for one Arabic letter are made one, vowels are told apart only as Arabic does, where {@code e} may be {@code a} or {@code
 * i}. Both sides are heard alike, so words of other languages stay as different as they were, all but.
 */
final class Sounding {
    private static final Pattern LATIN = Pattern.compile("[a-z0-9]{4,}");
    private static final String VOWELS = "aeiouyw";
    /** Within a word; what sounds like a or i. */
    private static final char EITHER = 'E';

    private Sounding() {}

    static boolean alike(String one, String other) {
        return LATIN.matcher(one).matches() && LATIN.matcher(other).matches() && same(heard(one), heard(other));
    }

    private static boolean same(String one, String other) {
        if (one.length() != other.length()) {
            return false;
        }
        for (var i = 0; i < one.length(); i++) {
            if (!same(one.charAt(i), other.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(char one, char other) {
        return one == other
                || (one == EITHER && (other == 'A' || other == 'I'))
                || (other == EITHER && (one == 'A' || one == 'I'));
    }

    /** Consonants in small letters, S for sh, vowels in capitals. */
    static String heard(String word) {
        var heard = new StringBuilder();
        for (var i = 0; i < word.length(); ) {
            var pair = i + 1 < word.length() ? word.substring(i, i + 2) : "";
            var vowel = vowel(pair);
            if (vowel == 0) {
                vowel = vowel(word.charAt(i));
                if (vowel != 0) {
                    i++;
                }
            } else {
                i += 2;
            }
            if (vowel != 0) {
                add(vowel, heard);
                continue;
            }
            var consonant = consonant(pair);
            if (consonant != 0) {
                add(consonant, heard);
                i += 2;
                continue;
            }
            if (!isSilent(word, i)) {
                add(consonant(word.charAt(i)), heard);
            }
            i++;
        }
        return heard.toString();
    }

    /** What is doubled is heard once. */
    private static void add(char letter, StringBuilder heard) {
        if (heard.isEmpty() || heard.charAt(heard.length() - 1) != letter || Character.isDigit(letter)) {
            heard.append(letter);
        }
    }

    private static char vowel(String pair) {
        return switch (pair) {
            case "ee", "ei", "ey", "ie", "ai", "ay" -> 'I';
            default -> 0;
        };
    }

    private static char vowel(char letter) {
        return switch (letter) {
            case 'a' -> 'A';
            case 'e' -> EITHER;
            case 'i', 'y' -> 'I';
            case 'o', 'u', 'w' -> 'U';
            default -> 0;
        };
    }

    private static char consonant(String pair) {
        return switch (pair) {
            case "gh" -> 'g';
            case "kh" -> 'h';
            case "dh" -> 'd';
            case "th" -> 't';
            case "sh", "ch" -> 'S';
            case "dj" -> 'j';
            case "ck" -> 'k';
            default -> 0;
        };
    }

    private static char consonant(char letter) {
        return letter == 'q' || letter == 'c' ? 'k' : letter;
    }

    /** The h of Hasakah. */
    private static boolean isSilent(String word, int at) {
        return word.charAt(at) == 'h'
                && at > 0
                && VOWELS.indexOf(word.charAt(at - 1)) >= 0
                && (at + 1 == word.length() || VOWELS.indexOf(word.charAt(at + 1)) < 0);
    }
}
