package org.tansiq.projections.actions.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tansiq.domain.shared.Folding;

/**
 * Words that mean the same in the languages in which sheets are filled in: what a venue is (a square, an embassy), what such
 * places are named after (freedom, Russia), and what is not worth comparing.
 *
 * <p>The tables are lines of {@code concept: word | word of several parts | begin* | -end}: {@code begin*} stands for every
 * word that begins so, as Turkish hangs its cases on; {@code -end} for every longer word that ends so, as German builds them.
 */
final class Lexicon {
    private static final int PHRASE_WORDS_MAX = 5;
    private static final int TYPO_LENGTH_MIN = 5;
    private static final int TWO_TYPOS_LENGTH_MIN = 9;
    private static final int STEM_LENGTH_MIN = 3;
    private static final Pattern SPACE = Pattern.compile(" ");
    private static final Pattern BAR = Pattern.compile("\\|");

    static final Lexicon BUILT_IN = new Lexicon();

    enum Sort {
        /** What a place is. */
        KIND,
        /** What it is named after, in words that each language translates. */
        NAME,
        COUNTRY,
        /** A place that is called differently in each language. */
        LANDMARK,
        /** Says nothing. */
        FILLER
    }

    record Concept(Sort sort, String id) {}

    private record Affix(String letters, Concept concept) {}

    /** A word that was taken apart: {@code stem} is empty if all of it is the concept. */
    record Reading(String stem, Concept concept) {}

    private final Map<String, Concept> words = new HashMap<>();
    private final List<Affix> beginnings = new ArrayList<>();
    private final List<Affix> endings = new ArrayList<>();
    private final Map<Integer, List<String>> byLength = new HashMap<>();

    private Lexicon() {
        read(Sort.FILLER, LexiconTables.FILLERS);
        read(Sort.KIND, LexiconTables.KINDS);
        read(Sort.NAME, LexiconTables.NAMES);
        read(Sort.COUNTRY, LexiconTables.COUNTRIES);
        read(Sort.LANDMARK, LexiconTables.LANDMARKS);
        var longestFirst = Comparator.comparingInt(
                        (Affix affix) -> affix.letters().length())
                .reversed();
        beginnings.sort(longestFirst);
        endings.sort(longestFirst);
        words.keySet().stream()
                .filter(word -> word.length() >= TYPO_LENGTH_MIN && word.indexOf(' ') < 0)
                .sorted()
                .forEach(word -> byLength.computeIfAbsent(word.length(), length -> new ArrayList<>())
                        .add(word));
    }

    private void read(Sort sort, String table) {
        table.lines().filter(line -> !line.isBlank()).forEach(line -> {
            var colon = line.indexOf(':');
            var concept = new Concept(sort, line.substring(0, colon).strip());
            BAR.splitAsStream(line.substring(colon + 1)).map(String::strip).forEach(word -> read(word, concept));
        });
    }

    private void read(String word, Concept concept) {
        if (word.endsWith("*")) {
            beginnings.add(new Affix(Folding.fold(word), concept));
        } else if (word.startsWith("-")) {
            endings.add(new Affix(Folding.fold(word), concept));
        } else {
            words.putIfAbsent(bareAll(SPACE.splitAsStream(Folding.fold(word)).toList()), concept);
        }
    }

    /** The concept that the longest phrase from {@code at} stands for, and how many words it has. */
    Optional<Phrase> phraseAt(List<String> folded, int at) {
        for (var length = Math.min(PHRASE_WORDS_MAX, folded.size() - at); length >= 1; length--) {
            var concept = words.get(bareAll(folded.subList(at, at + length)));
            if (concept != null) {
                return Optional.of(new Phrase(concept, length));
            }
        }
        return Optional.empty();
    }

    record Phrase(Concept concept, int words) {}

    /** What a single word is, that {@link #phraseAt} does not know: inflected, compound, or misspelt. */
    Optional<Reading> reading(String word) {
        for (var form : WordForms.arabicBare(word)) {
            var concept = words.get(form);
            if (concept != null) {
                return Optional.of(new Reading("", concept));
            }
        }
        for (var beginning : beginnings) {
            if (word.startsWith(beginning.letters())) {
                return Optional.of(new Reading("", beginning.concept()));
            }
        }
        for (var ending : endings) {
            if (word.endsWith(ending.letters())
                    && word.length() >= ending.letters().length() + STEM_LENGTH_MIN) {
                return Optional.of(new Reading(
                        word.substring(0, word.length() - ending.letters().length()), ending.concept()));
            }
        }
        return misspelt(bare(word)).map(concept -> new Reading("", concept)).or(() -> misspeltEnding(word));
    }

    private Optional<Reading> misspeltEnding(String word) {
        for (var ending : endings) {
            var letters = ending.letters();
            for (var length = letters.length() - 1; length <= letters.length() + 1; length++) {
                if (letters.length() >= TYPO_LENGTH_MIN && word.length() >= length + STEM_LENGTH_MIN + 1) {
                    var tail = word.substring(word.length() - length);
                    if (tail.charAt(0) == letters.charAt(0) && Edits.within(1, tail, letters)) {
                        return Optional.of(new Reading(word.substring(0, word.length() - length), ending.concept()));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Concept> misspelt(String word) {
        if (word.length() < TYPO_LENGTH_MIN) {
            return Optional.empty();
        }
        var most = word.length() >= TWO_TYPOS_LENGTH_MIN ? 2 : 1;
        for (var errors = 1; errors <= most; errors++) {
            for (var length = word.length() - errors; length <= word.length() + errors; length++) {
                for (var known : byLength.getOrDefault(length, List.of())) {
                    // People get the first letter right.
                    if (known.charAt(0) == word.charAt(0) && Edits.within(errors, known, word)) {
                        return Optional.ofNullable(words.get(known));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static String bareAll(List<String> folded) {
        return String.join(" ", folded.stream().map(Lexicon::bare).toList());
    }

    private static String bare(String folded) {
        return WordForms.withoutArticle(folded);
    }
}
