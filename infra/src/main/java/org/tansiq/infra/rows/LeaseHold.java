package org.tansiq.infra.rows;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lease of an edition in this node's hands. A thread raises its beat until it is given up or lost. That it is lost may
 * be noticed late; nothing hangs on it, for the store refuses what comes under an old term.
 */
public final class LeaseHold implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LeaseHold.class);

    private final RowStore store;
    private final Edition edition;
    private final Duration every;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;
    private volatile Lease lease;
    private volatile boolean lost;

    private LeaseHold(RowStore store, Edition edition, Lease taken, Duration every) {
        this.store = store;
        this.edition = edition;
        this.lease = taken;
        this.every = every;
        this.thread = Thread.ofPlatform().daemon().name("lease-" + edition).unstarted(this::run);
    }

    /** @param taken what {@link RowStore#take} gave */
    public static LeaseHold of(RowStore store, Edition edition, Lease taken, Duration beatEvery) {
        var hold = new LeaseHold(store, edition, taken, beatEvery);
        hold.thread.start();
        return hold;
    }

    public long term() {
        return lease.term();
    }

    /** @throws LeaseLost if it is known to be lost */
    public void require() {
        if (lost) {
            throw new LeaseLost(edition, term());
        }
    }

    private void run() {
        try {
            while (!lost && !closed.await(every.toNanos(), TimeUnit.NANOSECONDS)) {
                beat();
            }
        } catch (InterruptedException e) {
            LOG.debug("The lease of {} is raised no more.", edition);
        }
    }

    private void beat() {
        try {
            store.beat(edition, lease).ifPresentOrElse(raised -> lease = raised, () -> lost = true);
        } catch (RuntimeException e) {
            LOG.debug("The lease of {} could not be raised: {}", edition, e.getMessage());
        }
    }

    /** Gives it up if it is still held, so that another node may go on at once. */
    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join();
            if (!lost) {
                store.giveUp(edition, lease);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.debug("The lease of {} was not given up: {}", edition, e.getMessage());
        }
    }
}
