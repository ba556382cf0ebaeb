package org.tansiq.projections.actions.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Words that a misspelt one may stand for. */
final class Spelling {
    /** One letter in fewer makes another word. */
    static final int LENGTH_MIN = 5;

    private static final int TWO_ERRORS_LENGTH_MIN = 9;
    private static final int ARTICLED_LENGTH_MIN = 3;

    private final int lengthMin;
    private final Set<String> known;
    private final Map<Integer, List<Spelled>> byLength = new HashMap<>();

    /** A word as it may be written: an Arabic one with its article too, in which people err as well. */
    private record Spelled(String written, String word) {}

    /** @param lengthMin of a word in which one letter may be wrong */
    Spelling(int lengthMin, Collection<String> words) {
        this.lengthMin = lengthMin;
        known = new HashSet<>(words);
        known.stream().sorted().forEach(word -> {
            add(word, word);
            if (WordForms.isArabic(word) && word.length() >= ARTICLED_LENGTH_MIN) {
                add(WordForms.ARTICLE + word, word);
            }
        });
    }

    private void add(String written, String word) {
        if (written.length() >= lengthMin - 1) {
            byLength.computeIfAbsent(written.length(), length -> new ArrayList<>())
                    .add(new Spelled(written, word));
        }
    }

    boolean knows(String word) {
        return known.contains(word);
    }

    /** The nearest first; letters that were only exchanged count in short words too. */
    List<String> near(String word) {
        if (word.length() < Math.max(2, lengthMin - 1)) {
            return List.of();
        }
        var near = new ArrayList<String>();
        var most = word.length() >= TWO_ERRORS_LENGTH_MIN ? 2 : 1;
        for (var errors = 1; errors <= most; errors++) {
            for (var length = word.length() - errors; length <= word.length() + errors; length++) {
                for (var meant : byLength.getOrDefault(length, List.of())) {
                    if (isNear(errors, meant.written(), word) && !near.contains(meant.word())) {
                        near.add(meant.word());
                    }
                }
            }
        }
        return near;
    }

    /** How many letters of the longer may be wrong: an article that both have is none of them. */
    private static int letters(String meant, String word) {
        var longer = Math.max(meant.length(), word.length());
        return meant.startsWith(WordForms.ARTICLE) && word.startsWith(WordForms.ARTICLE)
                ? longer - WordForms.ARTICLE.length()
                : longer;
    }

    /** People get the first letter right, or exchange it with the second. */
    private boolean isNear(int errors, String meant, String word) {
        if (meant.charAt(0) != word.charAt(0) && meant.charAt(0) != word.charAt(1)) {
            return false;
        }
        if (meant.charAt(0) != word.charAt(0) || letters(meant, word) < lengthMin) {
            return Edits.exchanged(meant, word);
        }
        return Edits.within(errors, meant, word);
    }
}
