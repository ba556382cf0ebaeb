package org.tansiq.gateway.shared;

import org.jspecify.annotations.Nullable;
import org.tansiq.domain.shared.Invalid;

/** What a request must give. */
public final class Given {
    private Given() {}

    /**
     * The value itself.
     *
     * @throws Invalid {@code missing-field} when it was left out or null
     */
    public static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw new Invalid("missing-field", field);
        }
        return value;
    }
}
