package org.tansiq.infra.log;

import java.util.List;
import java.util.Optional;

/**
 * An append-only sequence of commits whose events have the positions 0..head-1, without gaps. This is all that a store
 * has to provide. What it answers is durable; nothing is ever changed or removed.
 *
 * <p>Reading is safe from any thread and while appends go on. {@link #append} may be called by several threads and, on
 * MongoDB, by several nodes: whoever comes first has the position.
 *
 * <p>Every method throws {@link LogFailure} when the store fails.
 */
public interface CommitLog extends AutoCloseable {
    /**
     * Appends commits that adjoin, each all or nothing, in order, and no commit without those before it.
     *
     * @param commits the first one's position is a head that the caller has seen: that makes this a compare-and-set on
     *     the end of the log
     * @throws LimitExceeded when one is too big; then none is stored
     */
    Appended append(List<Commit> commits);

    /**
     * Commits that end after {@code from}, in order, with about {@code limit} events together: one at least if there is
     * any, and always whole.
     */
    List<Commit> read(long from, int limit);

    /**
     * Visits in order the events with {@code from <= position < to} that are selected. A visitor keeps a connection
     * busy: whoever has much to do for an event (a slow client) reads a page, ends the visit and goes on later. It must
     * not call the log.
     */
    void query(Selection selection, long from, long to, Visitor visitor);

    /** Position of the next event: how many there are. */
    long head();

    /** Where the commit with this id lies. */
    Optional<StoredAt> find(String commitId);

    @Override
    void close();

    @FunctionalInterface
    interface Visitor {
        /** Takes one event, and says whether to go on. */
        boolean visit(long position, StoredEvent event);
    }
}
