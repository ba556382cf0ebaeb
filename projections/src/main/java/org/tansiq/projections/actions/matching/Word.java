package org.tansiq.projections.actions.matching;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A word of a name that says which one is meant: either a concept that every language translates, or a proper name, which
 * they only spell in their own ways.
 *
 * @param forms of the word, folded
 * @param sounds of those forms
 * @param sure false if it is only spelled much like a word of the concept
 */
record Word(
        Lexicon.@Nullable Concept concept,
        Set<String> forms,
        Set<String> sounds,
        double weight,
        boolean arabic,
        boolean sure) {
    private static final double PROPER = 1;
    private static final double TRANSLATED = 0.8;

    /** Many who had a square named after them had it. */
    private static final double TITLE = 0.4;

    private static final Set<String> TITLES = Set.of(
            "saint", "imam", "sheikh", "abd", "king", "queen", "prince", "general", "captain", "bishop", "father");

    private static final double LANDMARK = 1.5;
    private static final double NUMBER = 0.2;

    /** One letter in so few may make another word, unless it sounds the same. */
    private static final int SHORT_LENGTH_MIN = 4;

    private static final int TYPO_LENGTH_MIN = 5;
    private static final int TWO_TYPOS_LENGTH_MIN = 8;
    private static final int SOUND_LENGTH_MIN = 3;
    private static final int UNSURE_SOUND_LENGTH_MIN = 4;

    /** @param written folded: the other side may have spelled the word by ear and not translated it */
    static Word of(Lexicon.Concept concept, String written, boolean sure) {
        var weight = switch (concept.sort()) {
            case LANDMARK -> LANDMARK;
            case COUNTRY -> PROPER;
            case NAME, KIND, FILLER -> TITLES.contains(concept.id()) ? TITLE : TRANSLATED;
        };
        var spelled = proper(written);
        return new Word(concept, spelled.forms, spelled.sounds, weight, spelled.arabic, sure);
    }

    static Word proper(String folded) {
        var forms = WordForms.ofName(folded);
        var sounds = new LinkedHashSet<String>();
        forms.forEach(form -> sounds.addAll(Sounds.readings(form)));
        return new Word(
                null,
                forms,
                sounds,
                Character.isDigit(folded.charAt(0)) ? NUMBER : PROPER,
                WordForms.isArabic(folded),
                true);
    }

    /** Part of a compound, which the other alphabet may spell as one: Eventyrhaven, إيفنتورهافن. */
    Word within(String compound) {
        var all = new LinkedHashSet<>(sounds);
        all.addAll(Sounds.readings(compound));
        return new Word(concept, forms, all, weight, arabic, sure);
    }

    boolean isCountry() {
        return concept != null && concept.sort() == Lexicon.Sort.COUNTRY;
    }

    boolean isCountry(String code) {
        return concept != null && isCountry() && concept.id().equals(code);
    }

    /** Whether it adds nothing beside this one. */
    boolean says(Word other) {
        return concept == null ? equals(other) : concept.equals(other.concept);
    }

    /** From 0, another word, to 1, the same. */
    double likeness(Word other) {
        if (concept != null && concept.equals(other.concept)) {
            return 1;
        }
        if (sure && other.sure && ((concept != null && other.concept != null) || isCountry() || other.isCountry())) {
            return 0;
        }
        if (!Collections.disjoint(forms, other.forms)) {
            return 1;
        }
        return Math.max(arabic == other.arabic ? bySpelling(other) : 0, bySound(other));
    }

    private double bySpelling(Word other) {
        for (var one : forms) {
            for (var another : other.forms) {
                var length = Math.min(one.length(), another.length());
                if (length >= SHORT_LENGTH_MIN
                        && Edits.within(1, one, another)
                        && Sounds.of(one).equals(Sounds.of(another))) {
                    return 0.9;
                }
                if (length >= TYPO_LENGTH_MIN && Edits.within(length >= TWO_TYPOS_LENGTH_MIN ? 2 : 1, one, another)) {
                    return 0.9;
                }
                // Catalunya, Catalogne: what languages make of one name.
                if (length >= TWO_TYPOS_LENGTH_MIN - 1
                        && one.charAt(0) == another.charAt(0)
                        && Edits.within(length / 3, one, another)
                        && Edits.within(1, Sounds.of(one), Sounds.of(another))) {
                    return 0.75;
                }
            }
        }
        return 0;
    }

    private double bySound(Word other) {
        var best = 0.0;
        for (var one : sounds) {
            for (var another : other.sounds) {
                var length = Math.min(one.length(), another.length());
                if (one.equals(another) && length >= 2) {
                    best = Math.max(best, length >= SOUND_LENGTH_MIN ? 0.85 : arabic == other.arabic ? 0 : 0.75);
                } else if (arabic != other.arabic
                        && length >= UNSURE_SOUND_LENGTH_MIN
                        && Edits.within(1, one, another)) {
                    best = Math.max(best, 0.75);
                }
            }
        }
        return best;
    }
}
