package org.tansiq.infra.rows;

/** Somebody else has the lease, or will: nothing of this write was kept. */
public final class LeaseLost extends RuntimeException {
    public LeaseLost(Edition edition, long term) {
        super("The term " + term + " of " + edition + " is over.");
    }
}
