package org.tansiq.domain.shared;

import java.util.Map;

/** There is no such thing, or none that whoever asks may know of: both answer the same. */
public final class NotFound extends Refusal {
    /** @param kind the thing in kebab-case; the code becomes {@code no-such-<kind>} */
    public NotFound(String kind, Object id) {
        super("no-such-" + kind, null, Map.of("id", id.toString()));
    }
}
