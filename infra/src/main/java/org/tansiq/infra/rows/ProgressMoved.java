package org.tansiq.infra.rows;

/** The generation does not stand where the writer took it to stand; nothing of this write was kept. */
public final class ProgressMoved extends RuntimeException {
    public ProgressMoved(Edition edition, Progress expected) {
        super("The generation " + expected.generation() + " of " + edition + " does not stand at " + expected.next()
                + ".");
    }
}
