package org.tansiq.infra.log;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread of this process that writes to the log. Whatever waits is written as a group: those whose condition
 * holds, in the order in which they came. It alone adds to the tail, and only what the log has said is stored.
 */
final class Appender {
    private static final Logger LOG = LoggerFactory.getLogger(Appender.class);
    private static final long IDLE_MILLIS = 100;
    private static final int READ_EVENTS = 1_000;

    private final CommitLog log;
    private final Tail tail;
    private final LogSettings settings;
    private final Executor elsewhere;
    private final Runnable headMoved;
    private final BlockingQueue<Append> waiting;
    private final Thread thread;

    private @Nullable Append heldBack;
    private boolean isBehind;
    private long lookedAt = System.nanoTime();
    private volatile @Nullable LogStopped stopped;
    private volatile boolean isClosing;

    /** Whoever waits for an answer goes on {@code elsewhere}. */
    Appender(CommitLog log, Tail tail, LogSettings settings, Executor elsewhere, Runnable headMoved) {
        this.log = log;
        this.tail = tail;
        this.settings = settings;
        this.elsewhere = elsewhere;
        this.headMoved = headMoved;
        this.waiting = new ArrayBlockingQueue<>(settings.waitingMax());
        this.thread = Thread.ofPlatform().daemon().name("log-appender").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    void submit(Append append) {
        var why = stopped;
        if (why != null) {
            append.answer().completeExceptionally(why);
        } else if (!waiting.offer(append)) {
            append.answer().completeExceptionally(new Overloaded(settings.waitingMax()));
        } else if (stopped != null && waiting.remove(append)) {
            // It came in while the appender left.
            append.answer().completeExceptionally(closed());
        }
    }

    /** Writes the group at hand to its end; what still waits is refused. */
    void close(Duration patience) {
        isClosing = true;
        try {
            thread.join(patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!isClosing && stopped == null) {
                turn();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            leave();
        }
    }

    private void leave() {
        var why = stopped == null ? closed() : stopped;
        stopped = why;
        for (var left = take(); !left.isEmpty(); left = take()) {
            refuse(left, why);
        }
    }

    private static LogStopped closed() {
        return new LogStopped("The log is closed.", null);
    }

    private void turn() throws InterruptedException {
        var group = take();
        if (group.isEmpty()) {
            group = awaitGroup();
        }
        try {
            if (isBehind || isTimeToLook()) {
                catchUp();
            }
            commit(group);
        } catch (LogStopped e) {
            stop(e, group);
        } catch (RuntimeException e) {
            if (!isBehind) {
                LOG.warn("The log failed; commits are refused until it can be read again.", e);
            }
            isBehind = true;
            refuse(group, e);
            if (group.isEmpty()) {
                Thread.sleep(IDLE_MILLIS);
            }
        } catch (Error e) {
            stop(new LogStopped("The log's appender broke.", e), group);
            throw e;
        }
    }

    private void stop(LogStopped why, List<Append> group) {
        LOG.error("The log takes no more events in this process.", why);
        stopped = why;
        refuse(group, why);
    }

    private List<Append> awaitGroup() throws InterruptedException {
        var first = waiting.poll(idleMillis(), TimeUnit.MILLISECONDS);
        if (first == null) {
            return List.of();
        }
        heldBack = first;
        return take();
    }

    private long idleMillis() {
        var poll = settings.poll().toMillis();
        return poll == 0 ? IDLE_MILLIS : Math.min(poll, IDLE_MILLIS);
    }

    /** As many as may be written together; the first that would be too much is held back for the next group. */
    private List<Append> take() {
        var group = new ArrayList<Append>();
        var bytes = 0L;
        while (group.size() < settings.groupCommitsMax()) {
            var next = heldBack == null ? waiting.poll() : heldBack;
            heldBack = null;
            if (next == null) {
                break;
            }
            if (!group.isEmpty() && bytes + next.bytes() > settings.groupBytesMax()) {
                heldBack = next;
                break;
            }
            bytes += next.bytes();
            group.add(next);
        }
        return group;
    }

    private void refuse(List<Append> group, RuntimeException why) {
        for (var append : group) {
            append.refused(why, elsewhere);
        }
    }

    private boolean isTimeToLook() {
        return !settings.poll().isZero()
                && System.nanoTime() - lookedAt >= settings.poll().toNanos();
    }

    /** Brings the tail up to what is in the log: commits of others, and our own whose outcome was unknown. */
    private boolean catchUp() {
        var before = tail.head();
        try {
            for (var more = log.read(before, READ_EVENTS); !more.isEmpty(); more = log.read(tail.head(), READ_EVENTS)) {
                more.forEach(commit -> tail.add(commit.id(), Group.hold(commit)));
            }
        } finally {
            if (tail.head() > before) {
                headMoved.run();
            }
        }
        isBehind = false;
        lookedAt = System.nanoTime();
        return tail.head() > before;
    }

    private void commit(List<Append> appends) {
        var open = appends;
        while (!open.isEmpty()) {
            var group = plan(open);
            open = group.members().isEmpty() ? List.of() : write(group);
        }
    }

    /** The group of those that may be stored as things stand; the others are answered. */
    private Group plan(List<Append> open) {
        var group = new Group(tail.head());
        for (var append : open) {
            var sent = append.hasGivenId() ? group.find(append.id()) : null;
            var known = append.hasGivenId() ? tail.find(append.id()).orElse(null) : null;
            if (sent != null) {
                sent.sameId().add(append);
            } else if (known != null) {
                append.stored(known, elsewhere);
            } else {
                var lost = lostRace(append, group);
                if (lost == null) {
                    group.add(append);
                } else {
                    refuseUnlessStored(append, lost);
                }
            }
        }
        return group;
    }

    private @Nullable LostRace lostRace(Append append, Group group) {
        var from = append.after() + 1;
        if (!append.isConditional() || from >= group.head()) {
            return null;
        }
        var boundary = append.boundary();
        var later =
                group.first(boundary, from).or(() -> tail.first(boundary, from)).or(() -> first(boundary, from));
        return later.map(event -> new LostRace(boundary.tagsThatMatch(event), append.after()))
                .orElse(null);
    }

    /** Looks for it in what is older than the tail. */
    private Optional<StoredEvent> first(Selection boundary, long from) {
        var floor = tail.floor();
        var found = new AtomicReference<StoredEvent>();
        if (from < floor) {
            log.query(boundary, from, floor, (position, event) -> {
                found.set(event);
                return false;
            });
        }
        return Optional.ofNullable(found.get());
    }

    /** A conflict may be with itself: the same commit, stored by an earlier try. */
    private void refuseUnlessStored(Append append, LostRace lost) {
        var known = append.hasGivenId() ? log.find(append.id()).orElse(null) : null;
        if (known == null) {
            append.refused(lost, elsewhere);
        } else {
            append.stored(known, elsewhere);
        }
    }

    /** Stores the group as far as it goes; the answer is those that have to be looked at anew. */
    private List<Append> write(Group group) {
        var appended = log.append(group.commits());
        for (var member : group.members().subList(0, appended.stored())) {
            tail.add(member.commit().id(), member.events());
            answer(member, member.commit().storedAt());
        }
        if (appended.stored() > 0) {
            headMoved.run();
        }
        return switch (appended) {
            case Appended.All all -> List.of();
            case Appended.PositionTaken taken -> {
                if (!catchUp()) {
                    throw new LogFailure("Position " + tail.head() + " is taken, and nothing can be read there.", null);
                }
                yield group.from(taken.stored());
            }
            case Appended.IdTaken taken -> {
                answer(group.members().get(taken.stored()), taken.where());
                catchUp();
                yield group.from(taken.stored() + 1);
            }
            case Appended.Failed failed -> throw failed.cause();
        };
    }

    private void answer(Group.Member member, StoredAt where) {
        member.append().stored(where, elsewhere);
        member.sameId().forEach(append -> append.stored(where, elsewhere));
    }
}
