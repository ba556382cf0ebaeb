package org.tansiq.infra.wiring;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tansiq.infra.log.LogEventStorageEngine;
import org.tansiq.infra.log.Selection;
import org.tansiq.infra.log.StoredEvent;
import org.tansiq.infra.rows.Batch;
import org.tansiq.infra.rows.Edition;
import org.tansiq.infra.rows.LeaseHold;
import org.tansiq.infra.rows.LeaseLost;
import org.tansiq.infra.rows.LeaseWatch;
import org.tansiq.infra.rows.Progress;
import org.tansiq.infra.rows.RowStore;
import org.tansiq.infra.rows.Settings;

/**
 * An automation that comes after some events of the log, in order. It reads the log behind the projections and remembers how
 * far it is, as a projection without rows does, on the node that holds the lease for it. After a crash, or when a node that
 * was thought dead wakes up, it comes to the same event again, so what it does then must change nothing twice.
 */
final class Follower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final int EVENTS_AT_ONCE = 20_000;
    /** Looking again at events that were none of these costs less than storing that they were not. */
    private static final int UNSTORED_EVENTS_MAX = 5_000;

    private static final long PAUSE_MILLIS = 250;

    /** What is done after one event; if it throws, it is tried again. */
    @FunctionalInterface
    interface Work {
        void after(long position, StoredEvent event);
    }

    private record Found(long position, StoredEvent event) {}

    private final String name;
    private final Edition edition;
    private final Selection events;
    private final Work work;
    private final LogEventStorageEngine log;
    private final RowStore rows;
    private final String node;
    private final Settings settings;
    private final LeaseWatch watch;
    private final Semaphore wakes = new Semaphore(0);
    private final Thread thread;
    private @Nullable LeaseHold hold;
    private @Nullable Progress progress;
    /** Position of the next event to look at. */
    private volatile long next;

    private volatile boolean closed;

    /** @param name remembers how far it is, for ever */
    Follower(
            String name,
            Selection events,
            Work work,
            LogEventStorageEngine log,
            RowStore rows,
            String node,
            Settings settings) {
        this.name = name;
        this.edition = new Edition(name, 1);
        this.events = events;
        this.work = work;
        this.log = log;
        this.rows = rows;
        this.node = node;
        this.settings = settings;
        this.watch = new LeaseWatch(settings.lease());
        this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    void moved() {
        wakes.release();
    }

    long next() {
        return next;
    }

    private void run() {
        while (!closed) {
            try {
                if (!step()) {
                    sleep();
                }
            } catch (LeaseLost elsewhere) {
                LOG.debug("Another node does {}.", name);
                giveUp();
            } catch (RuntimeException failure) {
                LOG.warn(
                        "What comes next in {} will be tried again: {}",
                        name,
                        failure.getClass().getName());
                progress = null;
                sleep();
            }
        }
        giveUp();
    }

    /** Whether there was anything to do. */
    private boolean step() {
        var held = hold;
        if (held == null) {
            return take();
        }
        held.require();
        var from = progress;
        if (from == null) {
            from = resume(held.term());
            progress = from;
            next = from.next();
            return true;
        }
        var head = log.head();
        if (next >= head) {
            return false;
        }
        var to = Math.min(head, next + EVENTS_AT_ONCE);
        var found = found(next, to);
        for (var event : found) {
            if (closed) {
                return false;
            }
            held.require();
            work.after(event.position(), event.event());
        }
        next = to;
        if (!found.isEmpty() || next - from.next() >= UNSTORED_EVENTS_MAX) {
            var batch = Batch.of(edition, held.term(), from, next, List.of(), List.of());
            rows.write(batch);
            progress = batch.to();
        }
        return true;
    }

    private List<Found> found(long from, long to) {
        var found = new ArrayList<Found>();
        log.query(events, from, to, (position, event) -> found.add(new Found(position, event)));
        return found;
    }

    private boolean take() {
        var lease = rows.standing(edition).lease();
        if (!watch.isOver(lease)) {
            return false;
        }
        var taken = rows.take(edition, lease, node);
        taken.ifPresent(now -> hold = LeaseHold.of(rows, edition, now, settings.beat()));
        return taken.isPresent();
    }

    private Progress resume(long term) {
        var serving = rows.resume(edition).serving();
        if (serving != null) {
            return serving.progress();
        }
        var begun = rows.begin(edition, term);
        rows.serve(edition, term, begun, null);
        return begun;
    }

    private void giveUp() {
        var held = hold;
        hold = null;
        progress = null;
        if (held != null) {
            held.close();
        }
    }

    private void sleep() {
        try {
            if (wakes.tryAcquire(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                wakes.drainPermits();
            }
        } catch (InterruptedException stopped) {
            closed = true;
        }
    }

    @Override
    public void close() {
        closed = true;
        moved();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
