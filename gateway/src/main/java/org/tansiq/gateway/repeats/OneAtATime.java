package org.tansiq.gateway.repeats;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Lets requests with one key in one after the other, on this node. */
final class OneAtATime {
    private final ConcurrentMap<String, CompletableFuture<Void>> inside = new ConcurrentHashMap<>();

    /**
     * Waits until nobody else is inside with this id.
     *
     * @return to be run by whoever leaves
     * @throws TimeoutException if that takes too long
     */
    Runnable enter(String id, Duration atMost) throws TimeoutException, InterruptedException {
        var mine = new CompletableFuture<Void>();
        var until = System.nanoTime() + atMost.toNanos();
        for (var other = inside.putIfAbsent(id, mine); other != null; other = inside.putIfAbsent(id, mine)) {
            try {
                other.get(until - System.nanoTime(), TimeUnit.NANOSECONDS);
            } catch (ExecutionException e) {
                throw new IllegalStateException("it is only ever completed", e);
            }
        }
        return () -> {
            inside.remove(id, mine);
            mine.complete(null);
        };
    }
}
