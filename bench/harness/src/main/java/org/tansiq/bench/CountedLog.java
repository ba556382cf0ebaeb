package org.tansiq.bench;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.tansiq.infra.log.Appended;
import org.tansiq.infra.log.Commit;
import org.tansiq.infra.log.CommitLog;
import org.tansiq.infra.log.Selection;
import org.tansiq.infra.log.StoredAt;

/** Counts groups (one synchronisation of the disk each, on SQLite) and how many commits they held. */
final class CountedLog implements CommitLog {
    private final CommitLog log;
    private final LongAdder groups = new LongAdder();
    private final LongAdder commits = new LongAdder();
    private final LongAdder nanos = new LongAdder();
    private final LongAdder queries = new LongAdder();

    CountedLog(CommitLog log) {
        this.log = log;
    }

    long groups() {
        return groups.sum();
    }

    double groupSize() {
        return groups.sum() == 0 ? 0 : (double) commits.sum() / groups.sum();
    }

    double millisPerGroup() {
        return groups.sum() == 0 ? 0 : nanos.sum() / 1e6 / groups.sum();
    }

    long queries() {
        return queries.sum();
    }

    @Override
    public Appended append(List<Commit> group) {
        var start = System.nanoTime();
        var appended = log.append(group);
        nanos.add(System.nanoTime() - start);
        groups.increment();
        commits.add(appended.stored());
        return appended;
    }

    @Override
    public List<Commit> read(long from, int limit) {
        return log.read(from, limit);
    }

    @Override
    public void query(Selection selection, long from, long to, Visitor visitor) {
        queries.increment();
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
