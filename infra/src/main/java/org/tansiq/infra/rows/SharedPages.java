package org.tansiq.infra.rows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.tansiq.projections.shared.Recorded;

/**
 * The log for those who read it from far back, several at a time. A page is read and decoded once for all of them, and the
 * next ones while they fold it. So that this holds, who is fast waits for who is slow, but not for who stands still. A page
 * is forgotten once all have passed it.
 */
public final class SharedPages {
    private static final int PAGE_EVENTS = 5_000;
    /** Pages between the slowest and the fastest: those are in memory, of some megabytes each. */
    private static final int APART_MAX = 4;
    /** Read at the same time, each on a thread of its own. */
    private static final int AHEAD = 2;

    private static final Duration STANDS_STILL = Duration.ofSeconds(2);

    private static final Executor READING =
            task -> Thread.ofPlatform().daemon().name("log-pages").start(task);

    private final EventSource log;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final Set<Reader> readers = new HashSet<>();
    private final Map<Long, CompletableFuture<List<Recorded>>> pages = new HashMap<>();

    public SharedPages(EventSource log) {
        this.log = log;
    }

    /** Reads forward. For one thread. */
    Reader reader() {
        var reader = new Reader();
        lock.lock();
        try {
            readers.add(reader);
        } finally {
            lock.unlock();
        }
        return reader;
    }

    final class Reader implements AutoCloseable {
        private long page;
        private long movedAt = System.nanoTime();

        private Reader() {}

        /** See {@link EventSource#read}. */
        List<Recorded> read(long from, int limit) {
            var wanted = from / PAGE_EVENTS;
            var events = turnTo(wanted);
            if (events == null) {
                return log.read(from, limit);
            }
            var first = (int) (from - wanted * PAGE_EVENTS);
            var whole = joined(wanted, events);
            return whole.subList(first, (int) Math.min((long) first + limit, whole.size()));
        }

        /** The page, being read; nothing where the log has not got to its end. */
        private @Nullable CompletableFuture<List<Recorded>> turnTo(long wanted) {
            lock.lock();
            try {
                if (page != wanted) {
                    page = wanted;
                    movedAt = System.nanoTime();
                    passed();
                }
                if (!isWhole(wanted)) {
                    return null;
                }
                while (wanted > slowest() + APART_MAX) {
                    moved.awaitNanos(STANDS_STILL.toNanos() / 10);
                    movedAt = System.nanoTime();
                }
                return withThoseAhead(wanted);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return null;
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void close() {
            lock.lock();
            try {
                readers.remove(this);
                passed();
            } finally {
                lock.unlock();
            }
        }
    }

    private void passed() {
        var needed = slowest();
        pages.keySet().removeIf(page -> page < needed);
        moved.signalAll();
    }

    /** The page of the slowest of those that move. */
    private long slowest() {
        var now = System.nanoTime();
        return readers.stream()
                .filter(reader -> now - reader.movedAt < STANDS_STILL.toNanos())
                .mapToLong(reader -> reader.page)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private CompletableFuture<List<Recorded>> withThoseAhead(long wanted) {
        var events = begun(wanted);
        for (var page = wanted + 1; page <= wanted + AHEAD && isWhole(page); page++) {
            readAhead(page);
        }
        return events;
    }

    private boolean isWhole(long page) {
        return (page + 1) * PAGE_EVENTS <= log.head();
    }

    /** Who comes for it hears of a failure. */
    @SuppressWarnings("FutureReturnValueIgnored")
    private void readAhead(long page) {
        begun(page);
    }

    private CompletableFuture<List<Recorded>> begun(long page) {
        return pages.computeIfAbsent(page, any -> CompletableFuture.supplyAsync(() -> whole(page), READING));
    }

    private List<Recorded> joined(long page, CompletableFuture<List<Recorded>> events) {
        try {
            return events.join();
        } catch (CompletionException e) {
            lock.lock();
            try {
                pages.remove(page, events);
            } finally {
                lock.unlock();
            }
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    /** In more than one go where the log gives less than it is asked for. */
    private List<Recorded> whole(long page) {
        var events = new ArrayList<Recorded>(PAGE_EVENTS);
        var from = page * PAGE_EVENTS;
        while (events.size() < PAGE_EVENTS) {
            var more = log.read(from + events.size(), PAGE_EVENTS - events.size());
            if (more.isEmpty()) {
                throw new IllegalStateException(
                        "The log gave nothing at " + (from + events.size()) + " before its head.");
            }
            events.addAll(more);
        }
        return events;
    }
}
