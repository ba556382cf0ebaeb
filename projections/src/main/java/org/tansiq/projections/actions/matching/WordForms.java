package org.tansiq.projections.actions.matching;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Forms of one folded word, for grammar says nothing of which place is meant. */
final class WordForms {
    static final String ARTICLE = "ال";

    /** Begins as if it had the article, in names such as Saad Allah. */
    private static final String GOD = "الله";

    /** "and", "in", "to", "for the", written as one with the word. */
    private static final List<String> ATTACHED = List.of("وبال", "وال", "بال", "فال", "كال", "لل", "وب", "ب", "ل", "و");

    private static final List<String> ENDINGS = List.of("ens", "er", "en", "es", "s", "n");
    private static final int STEM_MIN = 4;
    private static final int ARABIC_STEM_MIN = 3;

    private WordForms() {}

    static boolean isArabic(String word) {
        return !word.isEmpty() && word.charAt(0) >= '\u0600' && word.charAt(0) <= '\u06FF';
    }

    static String withoutArticle(String word) {
        return word.startsWith(ARTICLE)
                        && !word.equals(GOD)
                        && word.length() >= ARTICLE.length() + 2
                        && word.indexOf(' ') < 0
                ? word.substring(ARTICLE.length())
                : word;
    }

    /** The word without its article, then without what else may be attached in front. */
    static Set<String> arabicBare(String word) {
        var forms = new LinkedHashSet<String>();
        forms.add(withoutArticle(word));
        if (isArabic(word)) {
            for (var attached : ATTACHED) {
                if (word.startsWith(attached) && word.length() >= attached.length() + ARABIC_STEM_MIN) {
                    forms.add(withoutArticle(word.substring(attached.length())));
                }
            }
        }
        return forms;
    }

    /** As those write it who have no umlauts, or who write an article and the word as one. */
    static Set<String> spelledOut(String word) {
        var forms = new LinkedHashSet<String>();
        if (!isArabic(word)) {
            var plain = word.replace("ae", "a").replace("oe", "o").replace("ue", "u");
            if (!plain.equals(word)) {
                forms.add(plain);
            }
            if ((word.startsWith("al") || word.startsWith("el")) && word.length() >= 2 + STEM_MIN) {
                forms.add(word.substring(2));
            }
        }
        return forms;
    }

    /** For proper names: as it is, and without an ending that only says whose it is. */
    static Set<String> ofName(String word) {
        var forms = new LinkedHashSet<>(arabicBare(word));
        if (isArabic(word)) {
            if (word.endsWith("س") && word.length() > STEM_MIN) {
                forms.add(withoutArticle(word.substring(0, word.length() - 1)));
            }
        } else {
            forms.addAll(spelledOut(word));
            for (var ending : ENDINGS) {
                if (word.endsWith(ending) && word.length() >= ending.length() + STEM_MIN) {
                    forms.add(word.substring(0, word.length() - ending.length()));
                }
            }
        }
        return forms;
    }
}
