package org.tansiq.infra.log;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/** A real log whose appends can be held up, or made to fail before or after they are done. */
final class FaultyLog implements CommitLog {
    private final CommitLog log;
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private final List<List<Commit>> groups = Collections.synchronizedList(new ArrayList<>());
    private final Queue<Function<List<Commit>, Appended>> instead = new ConcurrentLinkedQueue<>();
    private volatile boolean isUnreadable;

    FaultyLog(CommitLog log) {
        this.log = log;
    }

    void holdUp() {
        gate = new CountDownLatch(1);
    }

    void goOn() {
        gate.countDown();
    }

    /** What the next append does instead. */
    void next(Function<List<Commit>, Appended> append) {
        instead.add(append);
    }

    /** What the next append but one does instead. */
    void second(Function<List<Commit>, Appended> append) {
        next(log::append);
        next(append);
    }

    void unreadable(boolean yes) {
        isUnreadable = yes;
    }

    CommitLog behind() {
        return log;
    }

    List<List<Commit>> groups() {
        return groups;
    }

    @Override
    public Appended append(List<Commit> commits) {
        groups.add(commits);
        awaitGate();
        var other = instead.poll();
        return other == null ? log.append(commits) : other.apply(commits);
    }

    private void awaitGate() {
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new LogFailure("interrupted", e);
        }
    }

    @Override
    public List<Commit> read(long from, int limit) {
        if (isUnreadable) {
            throw new LogFailure("unreadable on purpose", null);
        }
        return log.read(from, limit);
    }

    @Override
    public void query(Selection selection, long from, long to, Visitor visitor) {
        log.query(selection, from, to, visitor);
    }

    @Override
    public long head() {
        return log.head();
    }

    @Override
    public Optional<StoredAt> find(String commitId) {
        return log.find(commitId);
    }

    @Override
    public void close() {
        log.close();
    }
}
