package org.tansiq.infra.rows;

/** The rows cannot be read or written just now; it may be worth another try. */
public final class RowStoreFailure extends RuntimeException {
    public RowStoreFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
