package org.tansiq.infra.sqlite;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import org.tansiq.infra.rows.Edition;
import org.tansiq.infra.rows.Lease;
import org.tansiq.infra.rows.LeaseLost;
import org.tansiq.infra.rows.Outcome;
import org.tansiq.infra.rows.Progress;
import org.tansiq.infra.rows.ProgressMoved;
import org.tansiq.infra.rows.Request;
import org.tansiq.infra.rows.Standing;

/**
 * An edition in the one process that has the folder. Its lease and what is asked of its holder live as long as the process
 * does: who holds it cannot have died alone.
 */
final class SqliteEdition {
    private final Edition edition;
    /** Shared by those who write under the lease, so that it does not change hands in their midst. */
    private final ReentrantReadWriteLock writing = new ReentrantReadWriteLock(true);

    private final TreeMap<String, Request> requests = new TreeMap<>();
    private final TreeMap<String, Outcome> outcomes = new TreeMap<>();
    private final Deque<SqliteGeneration> dropped = new ArrayDeque<>();
    private Lease lease = Lease.NONE;
    private volatile @Nullable SqliteGeneration serving;
    private volatile @Nullable SqliteGeneration building;

    SqliteEdition(Edition edition, @Nullable SqliteGeneration serving) {
        this.edition = edition;
        this.serving = serving;
    }

    synchronized Standing standing() {
        var serves = serving;
        var builds = building;
        return new Standing(
                edition,
                lease,
                serves == null ? null : serves.standing(),
                builds == null ? null : builds.progress(),
                List.copyOf(requests.values()));
    }

    Optional<Lease> take(Lease seen, String owner) {
        writing.writeLock().lock();
        try {
            return change(seen, seen.takenBy(owner));
        } finally {
            writing.writeLock().unlock();
        }
    }

    synchronized Optional<Lease> beat(Lease held) {
        return isHeldBy(held) ? change(lease, held.raised()) : Optional.empty();
    }

    synchronized void giveUp(Lease held) {
        if (isHeldBy(held)) {
            change(lease, held.givenUp());
        }
    }

    private synchronized Lease lease() {
        return lease;
    }

    private synchronized boolean isHeldBy(Lease held) {
        return lease.owner().equals(held.owner()) && lease.term() == held.term();
    }

    private synchronized Optional<Lease> change(Lease from, Lease to) {
        if (!lease.equals(from)) {
            return Optional.empty();
        }
        lease = to;
        return Optional.of(to);
    }

    /** Does it while the lease cannot change hands. */
    void under(long term, Runnable work) {
        writing.readLock().lock();
        try {
            var now = lease();
            if (now.isFree() || now.term() != term) {
                throw new LeaseLost(edition, term);
            }
            work.run();
        } finally {
            writing.readLock().unlock();
        }
    }

    @Nullable
    SqliteGeneration serving() {
        return serving;
    }

    /** The one that stands so. */
    SqliteGeneration at(Progress progress) {
        for (var one : inUse()) {
            if (one.progress().equals(progress)) {
                return one;
            }
        }
        throw new ProgressMoved(edition, progress);
    }

    SqliteGeneration buildingAt(Progress progress) {
        var builds = building;
        if (builds == null || !builds.progress().equals(progress)) {
            throw new ProgressMoved(edition, progress);
        }
        return builds;
    }

    void build(SqliteGeneration begun) {
        drop(building);
        building = begun;
    }

    void serve(SqliteGeneration built) {
        var before = serving;
        serving = built;
        building = null;
        drop(before);
    }

    /** Whether it was as it was seen. */
    boolean retire(Lease seen) {
        writing.writeLock().lock();
        try {
            if (!lease().equals(seen)) {
                return false;
            }
            inUse().forEach(this::drop);
            serving = null;
            building = null;
            return true;
        } finally {
            writing.writeLock().unlock();
        }
    }

    private synchronized void drop(@Nullable SqliteGeneration generation) {
        if (generation != null) {
            dropped.add(generation);
        }
    }

    @Nullable
    synchronized SqliteGeneration nextDropped() {
        return dropped.poll();
    }

    List<SqliteGeneration> inUse() {
        var all = new ArrayList<SqliteGeneration>();
        var serves = serving;
        var builds = building;
        if (serves != null) {
            all.add(serves);
        }
        if (builds != null) {
            all.add(builds);
        }
        return all;
    }

    synchronized void ask(Request request) {
        requests.put(request.id(), request);
    }

    synchronized void answer(String request, Outcome outcome) {
        if (requests.remove(request) != null) {
            outcomes.put(request, outcome);
        }
    }

    synchronized Optional<Outcome> outcome(String request) {
        return Optional.ofNullable(outcomes.get(request));
    }

    synchronized void forget(String request) {
        requests.remove(request);
        outcomes.remove(request);
    }
}
