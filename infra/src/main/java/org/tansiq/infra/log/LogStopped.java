package org.tansiq.infra.log;

import org.jspecify.annotations.Nullable;

/**
 * The log takes nothing more in this process: it was closed, or what it wrote could not be made durable. In the second
 * case the log tells what it holds when it is opened anew.
 */
public final class LogStopped extends LogFailure {
    public LogStopped(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
