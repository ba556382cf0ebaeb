package org.tansiq.infra.rows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.tansiq.projections.shared.Recorded;

/**
 * The log for those who read it from far back, several at a time and about abreast: a page is read and decoded once for
 * all of them, while they fold the one before. Only whole pages are kept, and few.
 */
public final class SharedPages implements EventSource {
    private static final int PAGE_EVENTS = 5_000;
    /** Of some megabytes each. Who falls further behind reads for itself. */
    private static final int PAGES_MAX = 6;

    private static final Executor READING =
            task -> Thread.ofPlatform().daemon().name("log-pages").start(task);

    private final EventSource log;
    private int readers;
    private final Map<Long, CompletableFuture<List<Recorded>>> pages = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, CompletableFuture<List<Recorded>>> eldest) {
            return size() > PAGES_MAX;
        }
    };

    public SharedPages(EventSource log) {
        this.log = log;
    }

    @Override
    public long head() {
        return log.head();
    }

    @Override
    public List<Recorded> read(long from, int limit) {
        var page = from / PAGE_EVENTS;
        if ((page + 1) * PAGE_EVENTS > log.head()) {
            return log.read(from, limit);
        }
        var events = wanted(page);
        var first = (int) (from - page * PAGE_EVENTS);
        return events.subList(first, (int) Math.min((long) first + limit, events.size()));
    }

    @Override
    public void visitCoalition(String coalition, long before, Consumer<Recorded> visitor) {
        log.visitCoalition(coalition, before, visitor);
    }

    @Override
    public Optional<String> coalitionOf(long position) {
        return log.coalitionOf(position);
    }

    void begin() {
        synchronized (pages) {
            readers++;
        }
    }

    /** Once nobody reads from far back any more, nothing is kept. */
    void end() {
        synchronized (pages) {
            readers--;
            if (readers == 0) {
                pages.clear();
            }
        }
    }

    private List<Recorded> wanted(long page) {
        CompletableFuture<List<Recorded>> wanted;
        synchronized (pages) {
            wanted = begun(page);
            if ((page + 2) * PAGE_EVENTS <= log.head()) {
                readAhead(page + 1);
            }
        }
        try {
            return wanted.join();
        } catch (CompletionException e) {
            synchronized (pages) {
                pages.remove(page, wanted);
            }
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    /** Who comes for it hears of a failure. */
    @SuppressWarnings("FutureReturnValueIgnored")
    private void readAhead(long page) {
        begun(page);
    }

    private CompletableFuture<List<Recorded>> begun(long page) {
        return pages.computeIfAbsent(page, any -> CompletableFuture.supplyAsync(() -> whole(page), READING));
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
