package org.tansiq.infra.rows;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How far the rows are that readers of this node see, and who wants to know. Safe for use by many threads. */
final class Reached {
    private static final Logger LOG = LoggerFactory.getLogger(Reached.class);

    private final List<RowListener> listeners = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition further = lock.newCondition();
    private long position = -1;
    private volatile Repaired repaired = Repaired.NEVER;
    private boolean ended;

    void listen(RowListener listener) {
        listeners.add(listener);
    }

    long position() {
        lock.lock();
        try {
            return position;
        } finally {
            lock.unlock();
        }
    }

    Repaired repaired() {
        return repaired;
    }

    /** @return whether that is another than before */
    boolean repaired(Repaired now) {
        lock.lock();
        try {
            var other = !now.equals(repaired);
            repaired = now;
            further.signalAll();
            return other;
        } finally {
            lock.unlock();
        }
    }

    boolean isServing() {
        return !repaired.equals(Repaired.NEVER);
    }

    boolean awaitServing(Duration atMost) {
        return awaiting(this::isServing, atMost);
    }

    void begin() {
        lock.lock();
        try {
            ended = false;
        } finally {
            lock.unlock();
        }
    }

    /** Nobody waits any longer. */
    void end() {
        lock.lock();
        try {
            ended = true;
            further.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * The rows reflect all before {@code next}. It never goes back: what is stored may lag behind what is known, by events
     * that changed nothing.
     *
     * @return whether that is further than before
     */
    boolean reach(long next) {
        lock.lock();
        try {
            if (next - 1 <= position) {
                return false;
            }
            position = next - 1;
            further.signalAll();
            return true;
        } finally {
            lock.unlock();
        }
    }

    boolean await(long wanted, Duration atMost) {
        return awaiting(() -> position >= wanted, atMost);
    }

    private boolean awaiting(BooleanSupplier wanted, Duration atMost) {
        var nanos = atMost.toNanos();
        lock.lock();
        try {
            while (!wanted.getAsBoolean()) {
                if (nanos <= 0 || ended) {
                    return false;
                }
                nanos = further.awaitNanos(nanos);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    void tell(Set<String> views) {
        var at = position();
        for (var listener : listeners) {
            try {
                listener.moved(views, at);
            } catch (RuntimeException e) {
                LOG.warn("A listener to {} failed.", views, e);
            }
        }
    }
}
