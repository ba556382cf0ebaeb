package org.tansiq.domain.shared;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A command that was not carried out, and why: a stable code (kebab-case) that the API shows and both languages
 * translate, the field that is at fault if there is one, and the particulars. A refused command leaves nothing behind.
 *
 * <p>{@code details} hold what a reader may be told (ids, limits, numbers) as strings, numbers, lists or maps of them.
 */
public abstract sealed class Refusal extends RuntimeException permits Invalid, NotFound, NotAllowed, Conflict {
    private final String code;
    private final @Nullable String field;
    private final transient Map<String, Object> details;

    Refusal(String code, @Nullable String field, Map<String, ?> details) {
        super(
                code + (field == null ? "" : " (" + field + ")") + (details.isEmpty() ? "" : " " + details),
                null,
                false,
                false);
        this.code = code;
        this.field = field;
        this.details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    }

    public String code() {
        return code;
    }

    public @Nullable String field() {
        return field;
    }

    public Map<String, Object> details() {
        return details;
    }
}
