package org.tansiq.infra.rows;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tansiq.projections.shared.Projection;
import org.tansiq.projections.shared.View;

/**
 * Keeps one projection's rows up with the log, on a thread of its own, while this node holds their lease; else it follows
 * the node that does, and takes over when that one has gone. Each batch of events is folded over the stored rows and
 * stored together with where it ends, so nothing is missed and nothing is applied twice, whenever it is stopped. An event
 * that cannot be applied is parked and the others go on. While the store or the log cannot be reached it waits, longer
 * each time, and goes on where it was.
 */
public final class ProjectionRunner implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ProjectionRunner.class);
    private static final Duration LOOK_FOR_OUTCOME_EVERY = Duration.ofMillis(20);

    private final Projection projection;
    private final Edition edition;
    private final EventSource source;
    private final SharedPages pages;
    private final RowStore store;
    private final String node;
    private final Settings settings;
    private final Set<String> views;
    private final Reached reached = new Reached();
    private final Rate rate = new Rate();
    private final Rate buildingRate = new Rate();
    private final LeaseWatch watch;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition woken = lock.newCondition();
    private @Nullable Thread thread;
    private boolean stopping;
    private boolean moved;

    private volatile @Nullable LeaseHold hold;
    private volatile @Nullable Keeping keeping;
    private volatile @Nullable Standing followed;
    private volatile boolean waiting;

    public ProjectionRunner(Projection projection, EventSource source, RowStore store) {
        this(projection, source, store, Settings.usual(store.isShared()));
    }

    public ProjectionRunner(Projection projection, EventSource source, RowStore store, Settings settings) {
        this(
                projection,
                source,
                new SharedPages(source),
                store,
                UUID.randomUUID().toString(),
                settings);
    }

    /**
     * @param pages the same log, for what is read from far back; shared with other runners
     * @param node that this is on: another name after every start
     */
    public ProjectionRunner(
            Projection projection,
            EventSource source,
            SharedPages pages,
            RowStore store,
            String node,
            Settings settings) {
        this.projection = projection;
        this.edition = Edition.of(projection);
        this.source = source;
        this.pages = pages;
        this.store = store;
        this.node = node;
        this.settings = settings;
        this.views = projection.views().stream().map(View::name).collect(Collectors.toUnmodifiableSet());
        this.watch = new LeaseWatch(settings.lease());
    }

    /** Hears of every batch from here on, whichever node applied it. */
    public void listen(RowListener listener) {
        reached.listen(listener);
    }

    public void start() {
        lock.lock();
        try {
            if (thread == null) {
                stopping = false;
                reached.begin();
                thread = Thread.ofPlatform()
                        .name("projection-" + projection.name())
                        .daemon()
                        .start(this::run);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Lets the batch at hand finish, gives up the lease, and returns when it has; {@link #start} goes on. */
    public void stop() {
        Thread running;
        lock.lock();
        try {
            running = thread;
            stopping = true;
            woken.signalAll();
            reached.end();
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

    public Edition edition() {
        return edition;
    }

    /** Position of the last event that is in the rows that serve, parked ones included; -1 before the first. */
    public long position() {
        return reached.position();
    }

    /** Whether rows at the present position may be others than they were. */
    public Repaired repaired() {
        return reached.repaired();
    }

    /**
     * Waits until the event at this position is in the rows that serve.
     *
     * @return whether it is; false as well when the runner stops or the waiting thread is interrupted
     */
    public boolean awaitPosition(long wanted, Duration atMost) {
        return reached.await(wanted, atMost);
    }

    /** Waits until there are rows to read, at most this long; whether there are. */
    public boolean awaitServing(Duration atMost) {
        return reached.awaitServing(atMost);
    }

    public ProjectionStatus status() {
        var keeps = keeping;
        var standing = followed;
        var building = keeps != null ? keeps.building() : building(standing);
        var position = position();
        var head = source.head();
        return new ProjectionStatus(
                edition.projection(),
                edition.version(),
                state(keeps, building),
                position,
                head,
                Math.max(0, head - 1 - position),
                rate.perSecond(),
                parkedWaiting(),
                hold != null ? node : standing == null ? "" : standing.lease().owner(),
                building);
    }

    private long parkedWaiting() {
        try {
            return store.serving(edition).waiting();
        } catch (Rebuilding e) {
            return 0;
        } catch (RowStoreFailure e) {
            return -1;
        }
    }

    private ProjectionStatus.State state(@Nullable Keeping keeps, ProjectionStatus.@Nullable Building building) {
        if (waiting) {
            return ProjectionStatus.State.WAITING;
        }
        if (building != null || !reached.isServing()) {
            return ProjectionStatus.State.REBUILDING;
        }
        return keeps != null ? ProjectionStatus.State.RUNNING : ProjectionStatus.State.FOLLOWING;
    }

    private ProjectionStatus.@Nullable Building building(@Nullable Standing standing) {
        var progress = standing == null ? null : standing.building();
        return progress == null ? null : new ProjectionStatus.Building(progress.next() - 1, buildingRate.perSecond());
    }

    /**
     * Has a request carried out by the node that holds the lease, whichever that is, and waits for what comes of it.
     *
     * @return {@link Outcome#NO_ANSWER} when nobody has said in time; what was not begun then is not done later
     */
    public Outcome ask(Request request, Duration atMost) {
        store.ask(edition, request);
        asked();
        var until = System.nanoTime() + atMost.toNanos();
        try {
            while (System.nanoTime() - until < 0) {
                var outcome = store.outcome(edition, request.id());
                if (outcome.isPresent()) {
                    return outcome.get();
                }
                Thread.sleep(LOOK_FOR_OUTCOME_EVERY);
            }
            return store.outcome(edition, request.id()).orElse(Outcome.NO_ANSWER);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Outcome.NO_ANSWER;
        } finally {
            store.forget(edition, request.id());
        }
    }

    private void asked() {
        var keeps = keeping;
        if (keeps != null) {
            keeps.asked();
            moved();
        }
    }

    private void run() {
        var backOff = settings.backOffMin();
        try {
            while (!isStopping()) {
                try {
                    round();
                    waiting = false;
                    backOff = settings.backOffMin();
                } catch (LeaseLost e) {
                    LOG.warn("The projection {} is kept up by another node: {}", edition, e.getMessage());
                    endKeeping();
                    endHold();
                } catch (ProgressMoved e) {
                    LOG.debug("{} Reading on from there.", e.getMessage());
                    endKeeping();
                } catch (RuntimeException | Error e) {
                    endKeeping();
                    waiting = true;
                    LOG.warn(
                            "The projection {} waits {} ms: {}: {}",
                            edition,
                            backOff.toMillis(),
                            e.getClass().getName(),
                            e.getMessage());
                    LOG.debug("The projection {} waits.", edition, e);
                    sleep(backOff);
                    backOff = backOff.multipliedBy(2).compareTo(settings.backOffMax()) < 0
                            ? backOff.multipliedBy(2)
                            : settings.backOffMax();
                }
            }
        } finally {
            endKeeping();
            endHold();
        }
    }

    private void round() {
        var held = hold;
        if (held == null) {
            if (!follow()) {
                sleep(settings.follow());
            }
            return;
        }
        var keeps = keeping;
        if (keeps == null) {
            var begun = new Keeping(
                    projection, source, pages, store, held, settings, InstantSource.system(), reached, this::moved);
            keeping = begun;
            begun.resume();
            return;
        }
        if (!keeps.round()) {
            sleepAtHead(keeps.pause());
        }
        rate.at(position() + 1);
    }

    /** Looks how far the holder of the lease is. Whether the lease is this node's now. */
    private boolean follow() {
        var standing = store.standing(edition);
        followed = standing;
        if (watch.isOver(standing.lease())) {
            var taken = store.take(edition, standing.lease(), node);
            if (taken.isPresent()) {
                hold = LeaseHold.of(store, edition, taken.get(), settings.beat());
                followed = null;
                return true;
            }
        }
        var serving = standing.serving();
        if (serving != null) {
            var repaired = reached.repaired(serving.repaired());
            var further = reached.reach(serving.progress().next());
            if (repaired || further) {
                reached.tell(views);
            }
            rate.at(position() + 1);
        }
        var building = standing.building();
        if (building != null) {
            buildingRate.at(building.next());
        }
        return false;
    }

    private void endKeeping() {
        var keeps = keeping;
        keeping = null;
        if (keeps != null) {
            keeps.close();
        }
    }

    private void endHold() {
        var held = hold;
        hold = null;
        if (held != null) {
            held.close();
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
    private void sleepAtHead(Duration atMost) {
        var nanos = atMost.toNanos();
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

    private void sleep(Duration duration) {
        var nanos = duration.toNanos();
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
