package org.tansiq.infra.rows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tansiq.domain.shared.Fact;
import org.tansiq.infra.json.EventTypes;
import org.tansiq.infra.json.Unreadable;
import org.tansiq.projections.shared.Projection;
import org.tansiq.projections.shared.Recorded;
import org.tansiq.projections.shared.View;

/**
 * Keeps one projection's rows up with the log, on a thread of its own. Each batch of events is folded over the stored
 * rows and stored together with where it ends, so nothing is missed and nothing is applied twice, whenever it is stopped.
 * An event that cannot be applied is parked and the others go on. While the store or the log cannot be reached it waits,
 * longer each time, and goes on where it was.
 */
public final class ProjectionRunner implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ProjectionRunner.class);

    /** Events that changed nothing are read again after a stop; storing how far one came costs more than that. */
    private static final int UNSTORED_EVENTS_MAX = 5_000;

    private final Projection projection;
    private final EventSource source;
    private final RowStore rows;
    private final Settings settings;
    private final List<RowListener> listeners = new CopyOnWriteArrayList<>();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition woken = lock.newCondition();
    private final Condition reached = lock.newCondition();
    private @Nullable Thread thread;
    private boolean stopping;
    private boolean moved;
    private long position = -1;

    /**
     * How it goes about its work.
     *
     * @param batchMax events in one batch
     * @param poll how long it sleeps at the log's head when nobody says that it moved
     * @param backOffMin its first wait after a failure; each later one is twice as long
     * @param backOffMax its longest
     */
    public record Settings(int batchMax, Duration poll, Duration backOffMin, Duration backOffMax) {
        public static final Settings USUAL =
                new Settings(500, Duration.ofMillis(250), Duration.ofMillis(50), Duration.ofSeconds(10));
    }

    public ProjectionRunner(Projection projection, EventSource source, RowStore rows) {
        this(projection, source, rows, Settings.USUAL);
    }

    public ProjectionRunner(Projection projection, EventSource source, RowStore rows, Settings settings) {
        this.projection = projection;
        this.source = source;
        this.rows = rows;
        this.settings = settings;
    }

    /** Hears of every batch from here on. */
    public void listen(RowListener listener) {
        listeners.add(listener);
    }

    public void start() {
        lock.lock();
        try {
            if (thread == null) {
                stopping = false;
                thread = Thread.ofPlatform()
                        .name("projection-" + projection.name())
                        .daemon()
                        .start(this::run);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Lets the batch at hand finish and returns when it has; {@link #start} goes on. */
    public void stop() {
        Thread running;
        lock.lock();
        try {
            running = thread;
            stopping = true;
            woken.signalAll();
            reached.signalAll();
        } finally {
            lock.unlock();
        }
        if (running == null || running == Thread.currentThread()) {
            return;
        }
        try {
            running.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        lock.lock();
        try {
            if (thread == running) {
                thread = null;
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        stop();
    }

    /** The log has a new head. Any thread may say so, at any time; it costs nothing. */
    public void moved() {
        lock.lock();
        try {
            moved = true;
            woken.signalAll();
        } finally {
            lock.unlock();
        }
    }

    public String projection() {
        return projection.name();
    }

    /** Position of the last event that is in the rows, parked ones included; -1 before the first. */
    public long position() {
        lock.lock();
        try {
            return position;
        } finally {
            lock.unlock();
        }
    }

    /** How many events it has yet to apply. */
    public long behind() {
        return Math.max(0, source.head() - 1 - position());
    }

    /**
     * Waits until the event at this position is in the rows.
     *
     * @return whether it is; false as well when the runner stops or the waiting thread is interrupted
     */
    public boolean awaitPosition(long wanted, Duration atMost) {
        var nanos = atMost.toNanos();
        lock.lock();
        try {
            while (position < wanted) {
                if (nanos <= 0 || stopping) {
                    return false;
                }
                nanos = reached.awaitNanos(nanos);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Where the runner is.
     *
     * @param stored as the store has it
     * @param next position of the next event to apply; those from {@code stored} on to before it changed nothing
     */
    private record Standing(Progress stored, long next) {}

    private void run() {
        @Nullable Standing standing = null;
        var backOff = settings.backOffMin();
        while (!isStopping()) {
            try {
                if (standing == null) {
                    var resumed = resume();
                    standing = new Standing(resumed, resumed.next());
                }
                var next = step(standing);
                backOff = settings.backOffMin();
                if (next.equals(standing)) {
                    sleep();
                }
                standing = next;
            } catch (ProgressMoved e) {
                LOG.debug("{} Reading on from there.", e.getMessage());
                standing = null;
            } catch (RuntimeException | Error e) {
                LOG.warn(
                        "The projection {} waits {} ms: {}: {}",
                        projection.name(),
                        backOff.toMillis(),
                        e.getClass().getName(),
                        e.getMessage());
                LOG.debug("The projection {} waits.", projection.name(), e);
                standing = null;
                sleep(backOff);
                backOff = backOff.multipliedBy(2).compareTo(settings.backOffMax()) < 0
                        ? backOff.multipliedBy(2)
                        : settings.backOffMax();
            }
        }
    }

    private Progress resume() {
        var progress = rows.resume(projection.name());
        if (progress.version() != projection.version()) {
            LOG.info(
                    "The projection {} is built anew: its rows are of version {}, it is of version {}.",
                    projection.name(),
                    progress.version(),
                    projection.version());
            rows.reset(projection.name(), views(), progress, projection.version());
            progress = new Progress(projection.version(), 0);
        }
        if (progress.next() > source.head()) {
            throw new IllegalStateException("The rows stand at " + progress.next() + " and the log ends at "
                    + source.head() + ". Are they of another log? Without them they are built anew.");
        }
        // Somebody else may have taken it further, and whoever listens here has not heard of it.
        if (reach(progress.next())) {
            tell(views(), progress.next());
        }
        return progress;
    }

    /** Applies the events that come next. */
    private Standing step(Standing from) {
        var events = source.read(from.next(), settings.batchMax());
        if (events.isEmpty()) {
            return from;
        }
        var folded = new BatchRows(projection, rows);
        var parked = new ArrayList<Parked>();
        var next = from.next();
        for (var event : events) {
            if (event.position() != next) {
                throw new IllegalStateException(
                        "The log gave the event at " + event.position() + " where " + next + " was asked for.");
            }
            apply(event, folded, parked);
            next++;
        }
        var changed = folded.stored();
        if (changed.isEmpty() && parked.isEmpty() && next - from.stored().next() < UNSTORED_EVENTS_MAX) {
            reach(next);
            return new Standing(from.stored(), next);
        }
        rows.write(new Batch(projection.name(), from.stored(), next, changed, parked));
        sayParked(parked);
        reach(next);
        var views = new TreeSet<String>();
        changed.forEach(row -> views.add(row.view()));
        if (!views.isEmpty()) {
            tell(views, next);
        }
        return new Standing(new Progress(from.stored().version(), next), next);
    }

    private void apply(Recorded event, BatchRows folded, List<Parked> parked) {
        if (event.fact() instanceof Unreadable unreadable) {
            park(event, unreadable.reason(), parked);
            return;
        }
        folded.begin(event.position());
        try {
            projection.apply(event, folded);
            folded.keep();
        } catch (RuntimeException | StackOverflowError | AssertionError e) {
            var failure = folded.storeFailure();
            if (failure != null) {
                throw failure;
            }
            folded.drop();
            park(event, e, parked);
        }
    }

    private void park(Recorded event, Throwable error, List<Parked> parked) {
        parked.add(new Parked(
                projection.name(),
                event.position(),
                name(event.fact()),
                error.getClass().getName(),
                error.getMessage() == null ? "" : error.getMessage()));
    }

    /** One line for a batch, and no message: it may hold words of people, which have no place in a log file. */
    private void sayParked(List<Parked> parked) {
        if (!parked.isEmpty()) {
            var first = parked.getFirst();
            LOG.warn(
                    "The projection {} has parked {} of its events, the first {} at {}: {}",
                    projection.name(),
                    parked.size(),
                    first.event(),
                    first.position(),
                    first.error());
        }
    }

    private static String name(Fact fact) {
        if (fact instanceof Unreadable unreadable) {
            return unreadable.name();
        }
        try {
            return EventTypes.nameOf(fact.getClass());
        } catch (IllegalArgumentException e) {
            return fact.getClass().getName();
        }
    }

    private Set<String> views() {
        var names = new TreeSet<String>();
        projection.views().stream().map(View::name).forEach(names::add);
        return names;
    }

    /** Whether that is elsewhere than before. */
    private boolean reach(long next) {
        lock.lock();
        try {
            var elsewhere = position != next - 1;
            position = next - 1;
            reached.signalAll();
            return elsewhere;
        } finally {
            lock.unlock();
        }
    }

    private void tell(Set<String> views, long next) {
        for (var listener : listeners) {
            try {
                listener.moved(views, next - 1);
            } catch (RuntimeException e) {
                LOG.warn("A listener to the projection {} failed.", projection.name(), e);
            }
        }
    }

    private boolean isStopping() {
        lock.lock();
        try {
            return stopping;
        } finally {
            lock.unlock();
        }
    }

    /** Until the log moves, or for as long as it may move unseen. */
    private void sleep() {
        var nanos = settings.poll().toNanos();
        lock.lock();
        try {
            while (!moved && !stopping && nanos > 0) {
                nanos = woken.awaitNanos(nanos);
            }
            moved = false;
        } catch (InterruptedException e) {
            stopping = true;
        } finally {
            lock.unlock();
        }
    }

    private void sleep(Duration backOff) {
        var nanos = backOff.toNanos();
        lock.lock();
        try {
            while (!stopping && nanos > 0) {
                nanos = woken.awaitNanos(nanos);
            }
        } catch (InterruptedException e) {
            stopping = true;
        } finally {
            lock.unlock();
        }
    }
}
