package org.tansiq.infra.json;

import org.jspecify.annotations.Nullable;

/** A stored payload or row that this program cannot turn into the type it should be, or the other way round. */
public final class UnreadableJson extends RuntimeException {
    public UnreadableJson(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
