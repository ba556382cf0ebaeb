package org.tansiq.projections.campaigns;

import static org.tansiq.projections.shared.Keys.key;

import java.time.Instant;
import java.util.Set;
import org.tansiq.domain.shared.Text;
import org.tansiq.projections.shared.Row;

/**
 * A hashtag that a coalition uses in a language, or once used.
 *
 * @param id {@code <coalition>/<language>:<tag without #>}
 * @param language in lower case, BCP 47
 * @param tag with its {@code #}
 * @param since when it came to be in this state
 * @param by whose stewards did it
 * @param reason why it was retired, if somebody said; empty while it is in use
 */
public record HashtagRow(
        String id,
        String coalition,
        String language,
        String tag,
        HashtagRow.State state,
        Instant since,
        String by,
        Text reason)
        implements Row {
    public enum State {
        REGISTERED,
        RETIRED
    }

    static String id(String coalition, String language, String tag) {
        return coalition + "/" + name(language, tag);
    }

    /** What a path of its coalition calls it. */
    public static String name(String language, String tag) {
        return language + ":" + (tag.startsWith("#") ? tag.substring(1) : tag);
    }

    public String name() {
        return name(language, tag);
    }

    @Override
    public Set<String> keys() {
        return Set.of(key("coalition", coalition));
    }
}
