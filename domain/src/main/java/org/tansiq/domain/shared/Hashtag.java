package org.tansiq.domain.shared;

import java.util.Map;
import java.util.regex.Pattern;

/** A hashtag as networks understand one: {@code #} and letters, digits or underscores of any script. */
public final class Hashtag {
    /** In UTF-16 units, with the {@code #}. */
    public static final int LENGTH_MAX = 100;

    /** Marks are part of letters in many scripts, vowel signs among them. */
    private static final Pattern HASHTAG = Pattern.compile("#[\\p{L}\\p{M}\\p{N}_]+");

    private Hashtag() {}

    /**
     * With its {@code #}, which may have been left out.
     *
     * @throws Invalid {@code bad-hashtag}
     */
    public static String checked(String field, String given) {
        var bare = given.strip();
        var tag = bare.startsWith("#") ? bare : "#" + bare;
        if (tag.length() > LENGTH_MAX || !HASHTAG.matcher(tag).matches()) {
            throw new Invalid("bad-hashtag", field, Map.of("lengthMax", LENGTH_MAX));
        }
        return tag;
    }
}
