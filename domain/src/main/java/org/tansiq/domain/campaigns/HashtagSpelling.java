package org.tansiq.domain.campaigns;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.tansiq.domain.shared.Folding;

/**
 * How a hashtag is written, so that other ways to write the same are known. Variants differ in case and {@code _}, in marks,
 * in forms and seats of one Arabic letter, in letters that look alike, in articles and small words, in how Arabic is spelled
 * in Latin letters, or by one typing error in a long tag. Another word makes another hashtag.
 */
public final class HashtagSpelling {
    private final HashtagForm plain;
    private final List<HashtagForm> forms;

    private HashtagSpelling(HashtagForm plain, List<HashtagForm> forms) {
        this.plain = plain;
        this.forms = forms;
    }

    /** @param tag with or without its {@code #} */
    public static HashtagSpelling of(String tag) {
        var words = words(tag);
        var plain = form(words, LookAlikes::common);
        var shapes = form(words, LookAlikes::shapes);
        var wide = form(words, HashtagSpelling::wide);
        var hamza = form(words, HashtagSpelling::withoutHamza);
        return new HashtagSpelling(
                plain, Stream.of(plain, shapes, wide, hamza).distinct().toList());
    }

    public static boolean alike(String one, String other) {
        return of(one).isVariantOf(of(other));
    }

    /** The letters alone: what it shares with tags that differ in no more than case, {@code _}, marks and letter forms. */
    public String folded() {
        return plain.letters();
    }

    public boolean isVariantOf(HashtagSpelling other) {
        return folded().equals(other.folded())
                || forms.stream().anyMatch(one -> other.forms.stream().anyMatch(two -> alike(one, two)));
    }

    private static boolean alike(HashtagForm one, HashtagForm other) {
        var others = other.withoutArticles(one);
        return one.withoutArticles(other).stream()
                .anyMatch(mine -> others.stream().anyMatch(theirs -> isOne(mine, theirs)));
    }

    private static boolean isOne(HashtagForm one, HashtagForm other) {
        return one.letters().equals(other.letters())
                || Sounding.alike(one.letters(), other.letters())
                || TypingError.parts(one, other);
    }

    private static HashtagForm form(List<String> words, UnaryOperator<String> as) {
        return HashtagForm.of(words.stream()
                .map(word -> LookAlikes.common(Folding.fold(as.apply(word)).replace(" ", "")))
                .filter(word -> !word.isEmpty())
                .toList());
    }

    /** Two narrow letters that look like one wide one. */
    private static String wide(String word) {
        return LookAlikes.shapes(word).replace("rn", "m").replace("vv", "w");
    }

    /** As those write who differ on which seat a hamza sits: on waw, on ya, or on none. */
    private static String withoutHamza(String word) {
        return LookAlikes.common(word).replaceAll("[\u0624\u0626\u0621]", "");
    }

    /** Parted at {@code _} and where a capital follows a small letter. */
    private static List<String> words(String tag) {
        var words = new ArrayList<String>();
        var letters =
                Normalizer.normalize(tag, Normalizer.Form.NFKC).codePoints().toArray();
        var word = new StringBuilder();
        for (var i = 0; i < letters.length; i++) {
            if (letters[i] == '_' || letters[i] == '#' || begins(letters, i)) {
                words.add(word.toString());
                word.setLength(0);
            }
            if (letters[i] != '_' && letters[i] != '#') {
                word.appendCodePoint(letters[i]);
            }
        }
        words.add(word.toString());
        return words;
    }

    private static boolean begins(int[] letters, int at) {
        return at > 0
                && Character.isUpperCase(letters[at])
                && (Character.isLowerCase(letters[at - 1])
                        || (Character.isUpperCase(letters[at - 1])
                                && at + 1 < letters.length
                                && Character.isLowerCase(letters[at + 1])));
    }
}
