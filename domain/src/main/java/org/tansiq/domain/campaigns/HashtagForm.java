package org.tansiq.domain.campaigns;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The folded letters of a hashtag, run together, and where in them its words begin, as far as it was written so that one
 * can see it.
 */
record HashtagForm(String letters, Set<Integer> starts) {
    private static final int REMOVED_MAX = 3;
    /** A tag that is nothing but articles would have thousands. */
    private static final int FORMS_MAX = 12;

    private static final int REST_LENGTH_MIN = 3;

    /** Words that people leave out. */
    private static final Set<String> SMALL_WORDS = Set.of(
            "a",
            "the",
            "is",
            "are",
            "of",
            "for",
            "in",
            "to",
            "and",
            "la",
            "le",
            "les",
            "de",
            "du",
            "der",
            "die",
            "das",
            "\u0641\u064A",
            "\u0645\u0646",
            "\u0639\u0646",
            "\u0645\u0639");

    private static final String ARABIC_ARTICLE = "\u0627\u0644";

    static HashtagForm of(List<String> words) {
        var starts = new TreeSet<Integer>();
        var at = 0;
        for (var word : words) {
            starts.add(at);
            at += word.length();
        }
        return new HashtagForm(String.join("", words), starts);
    }

    /** Whether one can see where its words begin. */
    boolean isParted() {
        return starts.size() > 1;
    }

    /** How long the word is in which this letter stands. */
    int wordLength(int at) {
        var start = 0;
        for (var next : starts) {
            if (next > at) {
                return next - start;
            }
            start = next;
        }
        return letters.length() - start;
    }

    /**
     * This, and this without some of the articles and small words in it. Where words run together, an article is taken for
     * one where the other form begins a word, or anywhere if the other does not show either where its words begin.
     */
    List<HashtagForm> withoutArticles(HashtagForm other) {
        var forms = new ArrayList<HashtagForm>();
        forms.add(this);
        collect(other, 0, 0, forms);
        return forms;
    }

    private void collect(HashtagForm other, int from, int removed, List<HashtagForm> forms) {
        if (removed == REMOVED_MAX) {
            return;
        }
        for (var at = from; at < letters.length() - REST_LENGTH_MIN; at++) {
            for (var length : removable(at, other)) {
                if (forms.size() == FORMS_MAX) {
                    return;
                }
                var shorter = without(at, length);
                forms.add(shorter);
                shorter.collect(other, at, removed + 1, forms);
            }
        }
    }

    private Set<Integer> removable(int at, HashtagForm other) {
        var lengths = new LinkedHashSet<Integer>();
        var begins = starts.contains(at);
        if (begins || (!isParted() && (other.starts.contains(at) || !other.isParted()))) {
            lengths.add(articleLength(at));
        }
        if (begins && isParted() && SMALL_WORDS.contains(letters.substring(at, at + wordLength(at)))) {
            lengths.add(wordLength(at));
        }
        lengths.removeIf(length -> length == 0 || letters.length() - at - length < REST_LENGTH_MIN);
        return lengths;
    }

    /** Of al-, el- and ul-, also as they sound before many letters: ar-Raqqa, ash-Sham, ez-Zor. */
    private int articleLength(int at) {
        if (letters.startsWith(ARABIC_ARTICLE, at)) {
            return ARABIC_ARTICLE.length();
        }
        if ("aeu".indexOf(letters.charAt(at)) < 0) {
            return 0;
        }
        if (letters.startsWith("l", at + 1)) {
            return 2;
        }
        return letters.startsWith("shsh", at + 1)
                ? 3
                : "dnrstz".indexOf(letters.charAt(at + 1)) >= 0 && letters.charAt(at + 1) == letters.charAt(at + 2)
                        ? 2
                        : 0;
    }

    private HashtagForm without(int at, int length) {
        var moved = starts.stream()
                .map(start -> start <= at ? start : Math.max(at, start - length))
                .collect(Collectors.toCollection(TreeSet::new));
        return new HashtagForm(letters.substring(0, at) + letters.substring(at + length), moved);
    }
}
