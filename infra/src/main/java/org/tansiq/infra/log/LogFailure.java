package org.tansiq.infra.log;

import org.jspecify.annotations.Nullable;

/** The store under the log did not do its work. Nothing was stored, unless it is an {@link OutcomeUnknown} or
 * a {@link LogStopped} while writing: those do not know. */
public class LogFailure extends RuntimeException {
    public LogFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
