package org.tansiq.infra.rows;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** How fast a position has moved over the last seconds. Safe for use by many threads. */
final class Rate {
    private static final long WINDOW_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long APART_NANOS_MIN = TimeUnit.MILLISECONDS.toNanos(100);

    private record Sample(long nanos, long position) {}

    private final LongSupplier nanoTime;
    private final Deque<Sample> samples = new ArrayDeque<>();
    private long position = -1;

    Rate() {
        this(System::nanoTime);
    }

    Rate(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    synchronized void at(long now) {
        position = now;
        sample();
    }

    /** Events in a second. */
    synchronized double perSecond() {
        sample();
        var first = samples.peekFirst();
        if (first == null) {
            return 0;
        }
        var nanos = nanoTime.getAsLong() - first.nanos();
        return nanos <= 0 ? 0 : Math.max(0, position - first.position()) * (double) TimeUnit.SECONDS.toNanos(1) / nanos;
    }

    private void sample() {
        var nanos = nanoTime.getAsLong();
        var last = samples.peekLast();
        if (position >= 0 && (last == null || nanos - last.nanos() >= APART_NANOS_MIN)) {
            samples.addLast(new Sample(nanos, position));
        }
        while (samples.size() > 1 && nanos - samples.getFirst().nanos() > WINDOW_NANOS) {
            samples.removeFirst();
        }
    }
}
