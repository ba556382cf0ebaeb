package org.tansiq.infra.log;

import org.jspecify.annotations.Nullable;

/** The store under the log did not do its work. Nothing was stored, unless it is an {@link OutcomeUnknown}. */
public class LogFailure extends RuntimeException {
    public LogFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
