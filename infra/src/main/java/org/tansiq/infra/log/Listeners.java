package org.tansiq.infra.log;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells whoever listens that the head has moved, on a thread of its own; several moves may be told as one. */
final class Listeners {
    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

    private final List<LongConsumer> listeners = new CopyOnWriteArrayList<>();
    private final LongSupplier head;
    private final Thread thread;
    private volatile boolean isClosed;

    Listeners(LongSupplier head) {
        this.head = head;
        this.thread = Thread.ofPlatform().daemon().name("log-listeners").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** Adds a listener; the answer removes it. */
    Runnable add(LongConsumer listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    void headMoved() {
        LockSupport.unpark(thread);
    }

    void close(Duration patience) {
        isClosed = true;
        LockSupport.unpark(thread);
        try {
            if (Thread.currentThread() != thread) {
                thread.join(patience);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        var told = head.getAsLong();
        while (!isClosed) {
            var now = head.getAsLong();
            if (now == told) {
                LockSupport.park(this);
            } else {
                told = now;
                listeners.forEach(listener -> tell(listener, now));
            }
        }
    }

    private static void tell(LongConsumer listener, long head) {
        try {
            listener.accept(head);
        } catch (RuntimeException e) {
            LOG.warn("A listener of the log failed at head {}.", head, e);
        }
    }
}
