package org.tansiq.domain.shared;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** There is no such thing, or none that whoever asks may know of: both answer the same. */
public final class NotFound extends Refusal {
    /** @param kind the thing in kebab-case; the code becomes {@code no-such-<kind>} */
    public NotFound(String kind, Object id) {
        this(kind, id, null);
    }

    /** @param field that names it, where it is not the path that does */
    public NotFound(String kind, Object id, @Nullable String field) {
        super("no-such-" + kind, field, Map.of("id", id.toString()));
    }
}
