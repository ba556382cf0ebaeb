package org.tansiq.domain.actions;

import java.util.LinkedHashSet;
import java.util.List;
import org.tansiq.domain.shared.Hashtag;
import org.tansiq.domain.shared.Limits;

/** The hashtags of one action. */
final class Hashtags {
    static final int HASHTAGS_MAX = 20;

    private Hashtags() {}

    /** Each with its {@code #}, each once, in the order given. */
    static List<String> checked(List<String> given) {
        var tags = new LinkedHashSet<String>();
        for (var tag : given) {
            tags.add(Hashtag.checked("hashtags", tag));
        }
        Limits.atMost("hashtags", tags.size(), HASHTAGS_MAX);
        return List.copyOf(tags);
    }
}
