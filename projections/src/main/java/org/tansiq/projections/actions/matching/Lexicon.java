package org.tansiq.projections.actions.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.tansiq.domain.shared.Folding;

/**
 * Words that mean the same in the languages in which sheets are filled in: what a venue is (a square, an embassy), what such
 * places are named after (freedom, Russia), and what is not worth comparing.
 *
 * <p>The tables are lines of {@code concept: word | word of several parts | begin* | -end | last$}: {@code begin*} stands for
 * every word that begins so, as Turkish hangs its cases on; {@code -end} for every longer word that ends so, as German builds
 * them; {@code last$} for a word that means this only behind another, as "St." behind a name is a street. Articles and
 * prepositions within a phrase do not count: nobody gets those of a foreign language right.
 */
final class Lexicon {
    private static final int PHRASE_WORDS_MAX = 6;
    /** The other words of a phrase say which was meant. */
    private static final int IN_PHRASE_LENGTH_MIN = 3;

    private static final int COMPOUND_LENGTH_MIN = 6;
    private static final int BEGINNING_LENGTH_MIN = 6;
    private static final int STEM_LENGTH_MIN = 3;
    private static final int COUNTRY_STEM_MIN = 5;
    private static final Pattern SPACE = Pattern.compile(" ");
    private static final Pattern BAR = Pattern.compile("\\|");
    private static final Set<String> LANGUAGES =
            Set.of("ar", "en", "de", "fr", "tr", "es", "it", "nl", "sv", "da", "nb", "pt");

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

    /**
     * A word that was taken apart.
     *
     * @param stem empty if all of it is the concept
     * @param sure false if the word is only spelled much like one of the concept
     */
    record Reading(String stem, Concept concept, boolean sure) {}

    record Phrase(Concept concept, int words) {}

    private final Set<String> articles = new HashSet<>();
    private final Map<String, Concept> words = new HashMap<>();
    private final Map<String, Concept> last = new HashMap<>();
    private final List<Affix> beginnings = new ArrayList<>();
    private final List<Affix> endings = new ArrayList<>();
    private final Spelling spelling;
    private final Spelling spellingInPhrases;

    private Lexicon() {
        Tables.lines("articles.txt")
                .forEach(line -> articles.addAll(
                        SPACE.splitAsStream(line).map(Folding::fold).toList()));
        read(Sort.FILLER, "fillers.txt");
        read(Sort.KIND, "kinds.txt");
        read(Sort.NAME, "names.txt");
        read(Sort.COUNTRY, "countries.txt");
        read(Sort.LANDMARK, "landmarks.txt");
        countriesOfTheLibrary();
        spelling = new Spelling(
                Spelling.LENGTH_MIN,
                words.keySet().stream().filter(word -> word.indexOf(' ') < 0).toList());
        spellingInPhrases = new Spelling(
                IN_PHRASE_LENGTH_MIN,
                words.keySet().stream()
                        .filter(word -> word.indexOf(' ') > 0)
                        .flatMap(SPACE::splitAsStream)
                        .distinct()
                        .toList());
        read(Sort.NAME, "things.txt"); // behind the spelling, for none of these is guessed
        var longestFirst = Comparator.comparingInt(
                        (Affix affix) -> affix.letters().length())
                .reversed();
        beginnings.sort(longestFirst);
        endings.sort(longestFirst);
    }

    private void read(Sort sort, String table) {
        Tables.lines(table).forEach(line -> {
            var colon = line.indexOf(':');
            var concept = new Concept(sort, line.substring(0, colon).strip());
            BAR.splitAsStream(line.substring(colon + 1)).map(String::strip).forEach(word -> read(word, concept));
        });
    }

    private void read(String word, Concept concept) {
        var folded = Folding.fold(word);
        if (word.endsWith("*")) {
            beginnings.add(new Affix(folded, concept));
            words.putIfAbsent(folded, concept);
        } else if (word.endsWith("$")) {
            last.put(folded, concept);
        } else if (word.startsWith("-")) {
            endings.add(new Affix(folded, concept));
        } else {
            words.putIfAbsent(bareAll(content(folded)), concept);
        }
    }

    /** What every language calls every country; how it calls who comes from there is in the table. */
    private void countriesOfTheLibrary() {
        for (var code : Locale.getISOCountries()) {
            var country = Locale.of("", code);
            for (var language : LANGUAGES) {
                read(country.getDisplayCountry(Locale.of(language)), new Concept(Sort.COUNTRY, code));
            }
        }
    }

    /** The words of a folded name without articles and prepositions, unless it has nothing else. */
    List<String> content(String folded) {
        var all = SPACE.splitAsStream(folded).toList();
        var content = all.stream().filter(word -> !articles.contains(word)).toList();
        return content.isEmpty() ? all : content;
    }

    /** The concept that the longest phrase from {@code at} stands for, and how many words it has. */
    Optional<Phrase> phraseAt(List<String> folded, int at) {
        for (var length = Math.min(PHRASE_WORDS_MAX, folded.size() - at); length >= 1; length--) {
            var concept = words.get(bareAll(folded.subList(at, at + length)));
            if (concept == null && length > 1) {
                concept = misspeltPhrase(folded.subList(at, at + length));
            }
            if (concept != null) {
                return Optional.of(new Phrase(concept, length));
            }
        }
        return Optional.empty();
    }

    /** One word of it may be wrong, if it is none that there is. */
    private @org.jspecify.annotations.Nullable Concept misspeltPhrase(List<String> phrase) {
        for (var at = 0; at < phrase.size(); at++) {
            var word = bare(phrase.get(at));
            if (words.containsKey(word) || spellingInPhrases.knows(word)) {
                continue;
            }
            for (var meant : spellingInPhrases.near(phrase.get(at))) {
                var corrected = new ArrayList<>(phrase);
                corrected.set(at, meant);
                var concept = words.get(bareAll(corrected));
                if (concept != null) {
                    return concept;
                }
            }
            return null;
        }
        return null;
    }

    /** What a single word is, that {@link #phraseAt} does not know: inflected, compound, or misspelt. */
    Optional<Reading> reading(String word) {
        for (var form : WordForms.arabicBare(word)) {
            var concept = words.get(form);
            if (concept != null) {
                return Optional.of(new Reading("", concept, true));
            }
        }
        for (var form : WordForms.spelledOut(word)) {
            var concept = words.get(form);
            if (concept != null) {
                return Optional.of(new Reading("", concept, true));
            }
        }
        for (var beginning : beginnings) {
            if (word.startsWith(beginning.letters())) {
                return Optional.of(new Reading("", beginning.concept(), true));
            }
        }
        for (var ending : endings) {
            if (word.endsWith(ending.letters())
                    && word.length() >= ending.letters().length() + STEM_LENGTH_MIN) {
                var stem = word.substring(0, word.length() - ending.letters().length());
                return Optional.of(
                        words.containsKey(stem)
                                ? new Reading(stem, ending.concept(), true)
                                : misspeltCompound(word).orElse(new Reading(stem, ending.concept(), true)));
            }
        }
        return misspelt(word)
                .or(() -> misspelt(bare(word)))
                .or(() -> misspeltBeginning(word))
                .map(concept -> new Reading("", concept, false))
                .or(() -> misspeltEnding(word));
    }

    /** Haupbahnhof, before it is taken for the station of Haup. */
    private Optional<Reading> misspeltCompound(String word) {
        return word.length() < COMPOUND_LENGTH_MIN
                ? Optional.empty()
                : spelling.near(word).stream()
                        .filter(known -> Edits.within(1, known, word))
                        .findFirst()
                        .map(words::get)
                        .map(concept -> new Reading("", concept, false));
    }

    /** What the word means behind others, at the end. */
    Optional<Concept> atTheEnd(String word) {
        return Optional.ofNullable(last.get(word));
    }

    /** Who comes from a country is called much like it: Venezuelan, venezuelanisch, فنزويلية. */
    Optional<Concept> countryOf(String word) {
        for (var form : WordForms.arabicBare(word)) {
            for (var length = form.length(); length >= Math.max(stemMin(form), form.length() - 6); length--) {
                var concept = words.get(form.substring(0, length));
                if (concept == null && length < form.length()) {
                    concept = beginningOfCountry(form.substring(0, length));
                }
                if (concept != null && concept.sort() == Sort.COUNTRY) {
                    return Optional.of(concept);
                }
            }
        }
        return Optional.empty();
    }

    private static int stemMin(String word) {
        return WordForms.isArabic(word) ? COUNTRY_STEM_MIN - 1 : COUNTRY_STEM_MIN;
    }

    /** A country whose name goes on for a letter or two where those who come from there do not: Chile, Chilenisch. */
    private @org.jspecify.annotations.Nullable Concept beginningOfCountry(String stem) {
        for (var end : List.of("a", "e", "y", "ia", "en", "ien", "ا", "يا", "ه")) {
            var concept = words.get(stem + end);
            if (concept != null && concept.sort() == Sort.COUNTRY) {
                return concept;
            }
        }
        return null;
    }

    private Optional<Concept> misspeltBeginning(String word) {
        for (var beginning : beginnings) {
            var letters = beginning.letters();
            if (letters.length() < BEGINNING_LENGTH_MIN) {
                continue;
            }
            for (var length = letters.length() - 1; length <= letters.length() + 1; length++) {
                if (word.length() >= length
                        && word.charAt(0) == letters.charAt(0)
                        && Edits.within(1, word.substring(0, length), letters)) {
                    return Optional.of(beginning.concept());
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Reading> misspeltEnding(String word) {
        for (var ending : endings) {
            var letters = ending.letters();
            for (var length = letters.length() - 1; length <= letters.length() + 1; length++) {
                if (letters.length() >= Spelling.LENGTH_MIN && word.length() >= length + STEM_LENGTH_MIN + 1) {
                    var tail = word.substring(word.length() - length);
                    var known = words.containsKey(word.substring(0, word.length() - length));
                    if ((known || tail.charAt(0) == letters.charAt(0)) && Edits.within(1, tail, letters)) {
                        return Optional.of(
                                new Reading(word.substring(0, word.length() - length), ending.concept(), true));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Concept> misspelt(String word) {
        return spelling.near(word).stream().findFirst().map(words::get);
    }

    private static String bareAll(List<String> folded) {
        return folded.size() == 1
                ? bare(folded.getFirst())
                : String.join(" ", folded.stream().map(Lexicon::bare).toList());
    }

    private static String bare(String folded) {
        return WordForms.withoutArticle(folded);
    }
}
