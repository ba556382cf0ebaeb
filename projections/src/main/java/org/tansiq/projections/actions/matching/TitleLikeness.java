package org.tansiq.projections.actions.matching;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.shared.Folding;
import org.tansiq.domain.shared.Text;

/**
 * Whether two titles say the same in other words. Sets of words are compared first, by what they mean where that is known,
 * and only words that are left by their letters. Parts of a compound are not looked for: {@code Flugblattdruck} is one word.
 */
public final class TitleLikeness {
    private static final Pattern SPACE = Pattern.compile(" ");

    /** What stands in one title only makes two things of them, unless they share much more. */
    private static final double ALIKE_MIN = 0.7;

    /** One says the same as the other and a little more. */
    private static final double WITHIN_MIN = 0.5;

    /** A single word that another title has too says little. */
    private static final double SHARED_MIN = 1.5;

    private static final double NUMBER = 0.2;
    private static final double SPELLED_ALIKE = 0.8;
    private static final int TYPO_LENGTH_MIN = 5;
    private static final int TWO_TYPOS_LENGTH_MIN = 9;
    private static final int STEM_LENGTH_MIN = 4;
    private static final double STEM_MIN = 0.66;

    private TitleLikeness() {}

    /** From above 0 to 1, the same; empty if they are not alike. Of several languages the two that are most alike count. */
    public static OptionalDouble of(Text one, Text other) {
        var best = 0.0;
        for (var title : titles(one)) {
            for (var another : titles(other)) {
                best = Math.max(best, between(title, another));
            }
        }
        return best > 0 ? OptionalDouble.of(Math.round(best * 100) / 100.0) : OptionalDouble.empty();
    }

    /** Texts that were erased are equal, and need not have been. */
    private static List<List<Part>> titles(Text text) {
        return text.equals(Text.ERASED)
                ? List.of()
                : text.in().values().stream()
                        .map(TitleLikeness::parts)
                        .filter(parts -> !parts.isEmpty())
                        .toList();
    }

    /** A word, in the forms that grammar may give it. */
    private record Part(String word, Set<String> meanings, double weight) {
        static Part of(String word) {
            var meanings = new LinkedHashSet<String>();
            WordForms.arabicBare(word).forEach(form -> meanings.add(TitleWords.meaning(form)));
            return new Part(WordForms.withoutArticle(word), meanings, Character.isDigit(word.charAt(0)) ? NUMBER : 1);
        }

        double likeness(Part other) {
            if (!Collections.disjoint(meanings, other.meanings)) {
                return 1;
            }
            return weight < 1 || other.weight < 1 ? 0 : bySpelling(other);
        }

        private double bySpelling(Part other) {
            return spellings().anyMatch(one -> other.spellings().anyMatch(another -> spelledAlike(one, another)))
                    ? SPELLED_ALIKE
                    : 0;
        }

        /** Whoever mistyped it may have meant a word that is known. */
        private Stream<String> spellings() {
            return Stream.concat(Stream.of(word), meanings.stream()).distinct();
        }
    }

    /** A typing error or two, or another ending. */
    private static boolean spelledAlike(String one, String other) {
        var shorter = Math.min(one.length(), other.length());
        var typos = shorter >= TWO_TYPOS_LENGTH_MIN ? 2 : shorter >= TYPO_LENGTH_MIN ? 1 : 0;
        if (typos > 0 && Edits.within(typos, one, other)) {
            return true;
        }
        var common = 0;
        while (common < shorter && one.charAt(common) == other.charAt(common)) {
            common++;
        }
        return common >= STEM_LENGTH_MIN && common >= STEM_MIN * Math.max(one.length(), other.length());
    }

    private static List<Part> parts(String title) {
        var words = new LinkedHashSet<String>();
        SPACE.splitAsStream(Folding.fold(title))
                .filter(word -> !word.isEmpty() && !TitleWords.isSilent(word))
                .forEach(words::add);
        var parts = new ArrayList<Part>();
        for (var word : words) {
            var part = Part.of(word);
            if (parts.stream().noneMatch(known -> known.meanings.equals(part.meanings))) {
                parts.add(part);
            }
        }
        return parts;
    }

    private static double between(List<Part> one, List<Part> other) {
        var shorter = one.size() <= other.size() ? one : other;
        var longer = shorter == one ? other : one;
        var left = new ArrayList<>(longer);
        var shared = 0.0;
        var alone = 0.0;
        for (var part : shorter) {
            var likest = likest(part, left);
            if (likest == null) {
                alone += part.weight;
            } else {
                shared += part.likeness(likest) * Math.min(part.weight, likest.weight);
                left.remove(likest);
            }
        }
        var all = weight(one) + weight(other) - shared;
        var score = shared / all;
        var within = alone == 0 || weight(left) == 0;
        var enough = shared >= SHARED_MIN || score >= ALIKE_MIN;
        return enough && score >= (within ? WITHIN_MIN : ALIKE_MIN) ? score : 0;
    }

    private static @Nullable Part likest(Part part, List<Part> among) {
        Part likest = null;
        for (var other : among) {
            var likeness = part.likeness(other);
            if (likeness > 0 && (likest == null || likeness > part.likeness(likest))) {
                likest = other;
            }
        }
        return likest;
    }

    private static double weight(List<Part> parts) {
        return parts.stream().mapToDouble(Part::weight).sum();
    }
}
