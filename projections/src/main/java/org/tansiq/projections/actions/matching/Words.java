package org.tansiq.projections.actions.matching;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.tansiq.domain.shared.Folding;

/**
 * A name taken apart.
 *
 * @param kinds what it is
 * @param which what says which one it is; each word once
 * @param squeezed all letters of the name, folded, without what parts them
 */
record Words(Set<String> kinds, List<Word> which, String squeezed) {
    /** French leaves out a vowel: d'Iran, l'ONU. */
    private static final Pattern ELISION = Pattern.compile("(?<!\\p{L})[dDlL][\u2019\u02BC'\u00B4`]");

    /** Turkish hangs its cases on behind an apostrophe: Taksim'de, Sultanahmet'in. */
    private static final Pattern CASE = Pattern.compile(
            "(?<=\\p{L}{3})[\u2019\u02BC'\u00B4`](?:n?[dt][ae]n?|[ny]?[ae\u0131iu\u00FC]|[ns]?[\u0131iu\u00FC]n|s[\u0131iu\u00FC]|n[ae])(?!\\p{L})");

    /** Dokk1. */
    private static final Pattern NUMBERED = Pattern.compile("(?<=\\p{L}{3})(?=\\d)");

    private static final Pattern SPACE = Pattern.compile(" ");
    private static final Optional<Lexicon.Concept> NOTHING = Optional.empty();
    private static final Words NONE = new Words(Set.of(), List.of(), "");

    /** Letters that make a city's name one who comes from there: Kölner, Berliner. */
    private static final int DEMONYM_LETTERS_MAX = 2;

    static final Set<String> OF_A_COUNTRY = Set.of("embassy", "consulate");
    private static final double JOINED_MIN = 0.75;
    private static final int CITY_LENGTH_MIN = 4;

    boolean isEmpty() {
        return kinds.isEmpty() && which.isEmpty();
    }

    /** @param silent folded words that say nothing here, such as the city's name */
    static Words of(String name, Set<String> silent) {
        var folded =
                Folding.fold(CASE.matcher(ELISION.matcher(name).replaceAll(" ")).replaceAll(""));
        if (folded.isEmpty()) {
            return NONE;
        }
        var words = Lexicon.BUILT_IN.content(NUMBERED.matcher(folded).replaceAll(" "));
        var kinds = new HashSet<String>();
        var which = new ArrayList<Word>();
        for (var at = 0; at < words.size(); ) {
            var phrase = Lexicon.BUILT_IN.phraseAt(words, at);
            var end = at > 0 && at == words.size() - 1 ? Lexicon.BUILT_IN.atTheEnd(words.get(at)) : NOTHING;
            if (end.isPresent()) {
                add(end.get(), words.get(at), true, kinds, which);
                at++;
            } else if (phrase.isPresent() && isOfTheTown(phrase.get(), words.get(at), silent)) {
                at++;
            } else if (phrase.isPresent()) {
                add(
                        phrase.get().concept(),
                        String.join("", words.subList(at, at + phrase.get().words())),
                        true,
                        kinds,
                        which);
                at += phrase.get().words();
            } else {
                read(words.get(at), silent, kinds, which);
                at++;
            }
        }
        return new Words(Set.copyOf(kinds), withCountries(kinds, which), String.join("", words));
    }

    /** In Berlin "Berliner" says nothing, nor Kuwait in a capital that is called like its country. */
    private static boolean isOfTheTown(Lexicon.Phrase phrase, String word, Set<String> silent) {
        return phrase.words() == 1
                && (phrase.concept().sort() == Lexicon.Sort.COUNTRY
                        || phrase.concept().sort() == Lexicon.Sort.NAME)
                && isSilent(word, silent);
    }

    private static void read(String word, Set<String> silent, Set<String> kinds, List<Word> which) {
        if ((word.length() < 2 && !Character.isDigit(word.charAt(0))) || isSilent(word, silent)) {
            return;
        }
        var reading = Lexicon.BUILT_IN.reading(word);
        if (reading.isEmpty()) {
            add(Word.proper(word), which);
            return;
        }
        add(reading.get().concept(), word, reading.get().sure(), kinds, which);
        var stem = reading.get().stem();
        if (stem.isEmpty() || isSilent(stem, silent)) {
            return;
        }
        Lexicon.BUILT_IN
                .reading(stem)
                .filter(inner -> inner.stem().isEmpty())
                .or(() -> WordForms.ofName(stem).stream()
                        .flatMap(form -> Lexicon.BUILT_IN.phraseAt(List.of(form), 0).stream())
                        .findFirst()
                        .map(phrase -> new Lexicon.Reading("", phrase.concept(), true)))
                .ifPresentOrElse(
                        inner -> add(inner.concept(), stem, inner.sure(), kinds, which),
                        () -> add(Word.proper(stem).within(word), which));
    }

    /** Beside an embassy a word that no table has is most likely the country's, in a form that none has. */
    private static List<Word> withCountries(Set<String> kinds, List<Word> which) {
        if (Collections.disjoint(kinds, OF_A_COUNTRY) || which.stream().anyMatch(Word::isCountry)) {
            return List.copyOf(which);
        }
        return which.stream()
                .map(word -> word.concept() == null
                        ? Lexicon.BUILT_IN
                                .countryOf(word.forms().iterator().next())
                                .map(country ->
                                        Word.of(country, word.forms().iterator().next(), true))
                                .orElse(word)
                        : word)
                .toList();
    }

    private static boolean isSilent(String word, Set<String> silent) {
        for (var form : WordForms.arabicBare(word)) {
            if (silent.contains(form)) {
                return true;
            }
        }
        for (var name : silent) {
            if (name.length() >= CITY_LENGTH_MIN
                    && word.startsWith(name)
                    && word.length() <= name.length() + DEMONYM_LETTERS_MAX) {
                return true;
            }
        }
        return false;
    }

    private static void add(
            Lexicon.Concept concept, String written, boolean sure, Set<String> kinds, List<Word> which) {
        switch (concept.sort()) {
            case KIND -> SPACE.splitAsStream(concept.id()).forEach(kinds::add);
            case NAME, COUNTRY, LANDMARK -> add(Word.of(concept, written, sure), which);
            case FILLER -> {}
        }
    }

    private static void add(Word word, List<Word> which) {
        if (which.stream().noneMatch(known -> known.says(word))) {
            which.add(word);
        }
    }

    /** Without the word for a country, where it goes without saying. */
    Words without(String country) {
        return new Words(
                kinds, which.stream().filter(word -> !word.isCountry(country)).toList(), squeezed);
    }

    double weight() {
        return which.stream().mapToDouble(Word::weight).sum();
    }

    /** All that says which as one word, for people disagree on where a name is parted. */
    private Word joined() {
        return Word.proper(String.join(
                "", which.stream().map(word -> word.forms().iterator().next()).toList()));
    }

    /** Whether the names are one if nothing parts their words. */
    boolean soundsLike(Words other) {
        return which.size() != other.which.size()
                && which.stream().noneMatch(Word::isCountry)
                && other.which.stream().noneMatch(Word::isCountry)
                && joined().likeness(other.joined()) >= JOINED_MIN;
    }

    /** The weight of what both have; each word of the shorter is paired with the likest of the longer. */
    double shared(Words other) {
        var taken = new boolean[other.which.size()];
        var sum = 0.0;
        for (var word : which) {
            var best = 0.0;
            var at = -1;
            for (var i = 0; i < taken.length; i++) {
                if (!taken[i]) {
                    var likeness = word.likeness(other.which.get(i));
                    if (likeness > best) {
                        best = likeness;
                        at = i;
                    }
                }
            }
            if (at >= 0) {
                taken[at] = true;
                sum += best * Math.min(word.weight(), other.which.get(at).weight());
            }
        }
        return sum;
    }

    Words and(Words other) {
        var allKinds = new HashSet<>(kinds);
        allKinds.addAll(other.kinds);
        var all = new ArrayList<>(which);
        other.which.forEach(word -> add(word, all));
        return new Words(Set.copyOf(allKinds), List.copyOf(all), squeezed + other.squeezed);
    }
}
