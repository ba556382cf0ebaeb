package org.tansiq.domain.actions;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.tansiq.domain.shared.Invalid;
import org.tansiq.domain.shared.Limits;

/** Hashtags as networks understand them: {@code #} and letters, digits or underscores of any script. */
final class Hashtags {
    static final int HASHTAGS_MAX = 20;
    static final int HASHTAG_LENGTH_MAX = 100;

    /** Marks are part of letters in many scripts, vowel signs among them. */
    private static final Pattern HASHTAG = Pattern.compile("#[\\p{L}\\p{M}\\p{N}_]+");

    private Hashtags() {}

    /** Each with its {@code #}, each once, in the order given. */
    static List<String> checked(List<String> given) {
        var tags = new LinkedHashSet<String>();
        for (var tag : given) {
            tags.add(checked(tag.strip()));
        }
        Limits.atMost("hashtags", tags.size(), HASHTAGS_MAX);
        return List.copyOf(tags);
    }

    private static String checked(String given) {
        var tag = given.startsWith("#") ? given : "#" + given;
        if (tag.length() > HASHTAG_LENGTH_MAX || !HASHTAG.matcher(tag).matches()) {
            throw new Invalid("bad-hashtag", "hashtags", Map.of("lengthMax", HASHTAG_LENGTH_MAX));
        }
        return tag;
    }
}
