package org.tansiq.infra.rows;

/** Somebody else has moved the projection on, or begun it anew; nothing of this write was kept. */
public final class ProgressMoved extends RuntimeException {
    public ProgressMoved(String projection, Progress expected) {
        super("The rows of " + projection + " are no longer at " + expected.next() + " of version " + expected.version()
                + ".");
    }
}
