package org.tansiq.infra.log;

/** Whether it was stored could not be found out. Sending the same commit id again answers that, and stores it once. */
public final class OutcomeUnknown extends LogFailure {
    public OutcomeUnknown(String message, Throwable cause) {
        super(message, cause);
    }
}
