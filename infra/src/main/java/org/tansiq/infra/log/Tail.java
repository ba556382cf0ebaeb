package org.tansiq.infra.log;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The latest commits, in memory: one thread adds, any thread reads. What is older than the floor is only in the log; the
 * floor is always where a commit begins.
 */
final class Tail {
    private record Kept(String id, StoredAt where, long heapBytes) {}

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final int eventsMax;
    private final long heapBytesMax;
    private final EventRun run;
    private final Deque<Kept> commits = new ArrayDeque<>();
    private final Map<String, StoredAt> byId = new HashMap<>();
    private long heapBytes;
    private volatile long head;

    Tail(long head, int eventsMax, long heapBytesMax) {
        this.run = new EventRun(head);
        this.head = head;
        this.eventsMax = eventsMax;
        this.heapBytesMax = heapBytesMax;
    }

    /** What a reader gets: events from {@code floor} on; whatever lies before it has to be asked of the log. */
    record Slice(long floor, List<Held> events) {}

    long head() {
        return head;
    }

    long floor() {
        return reading(run::floor);
    }

    void add(String commitId, List<Held> events) {
        lock.writeLock().lock();
        try {
            var added = 0L;
            for (var held : events) {
                run.add(held);
                added += heapBytes(held);
            }
            var where = new StoredAt(events.getFirst().position(), events.size());
            byId.put(commitId, where);
            commits.add(new Kept(commitId, where, added));
            heapBytes += added;
            forgetTheOldest();
            head = run.head();
        } finally {
            lock.writeLock().unlock();
        }
    }

    Optional<StoredAt> find(String commitId) {
        return reading(() -> Optional.ofNullable(byId.get(commitId)));
    }

    Optional<StoredEvent> first(Selection selection, long from) {
        return reading(() -> run.first(selection, from));
    }

    Slice select(Selection selection, long from, long to) {
        return reading(() -> {
            var events = new ArrayList<Held>();
            run.visit(selection, from, to, events::add);
            return new Slice(run.floor(), events);
        });
    }

    /** Events from {@code from} on, or null when they are not all here. */
    @Nullable
    List<LoggedEvent> read(long from, int limit) {
        lock.readLock().lock();
        try {
            if (from < run.floor()) {
                return null;
            }
            var events = new ArrayList<LoggedEvent>();
            for (var position = from; position < run.head() && events.size() < limit; position++) {
                events.add(run.get(position).logged());
            }
            return events;
        } finally {
            lock.readLock().unlock();
        }
    }

    void forgetMessages() {
        reading(() -> {
            for (var position = run.floor(); position < run.head(); position++) {
                run.get(position).forgetMessage();
            }
            return run.head();
        });
    }

    private <T> T reading(Supplier<T> read) {
        lock.readLock().lock();
        try {
            return read.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    private void forgetTheOldest() {
        while (run.head() - run.floor() > eventsMax || heapBytes > heapBytesMax) {
            var oldest = commits.remove();
            byId.remove(oldest.id());
            heapBytes -= oldest.heapBytes();
            for (var i = 0; i < oldest.where().size(); i++) {
                run.removeFirst();
            }
        }
    }

    /** A guess, on the high side: the stored text, its bytes, the decoded payload, the index. */
    private static long heapBytes(Held held) {
        return 1_000 + 5L * held.event().payload().length();
    }
}
