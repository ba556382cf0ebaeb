package org.tansiq.infra.rows;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where rows are kept between events, in generations: of each {@linkplain Edition edition} one serves, and a rebuild makes
 * the next beside it. It is all derived: whatever is lost here is built again from the log. Safe for use by many threads;
 * every method may throw {@link RowStoreFailure}, and what takes a term throws {@link LeaseLost} when that is over.
 */
public interface RowStore extends AutoCloseable {
    /** Whether other processes may have it open too. */
    boolean isShared();

    Standing standing(Edition edition);

    /** The editions of a projection that anything is kept of. */
    List<Edition> editions(String projection);

    /** Takes the lease with the next term, if it is as it was seen, and finishes what its last holder left half done. */
    Optional<Lease> take(Edition edition, Lease seen, String owner);

    /** Shows that the holder is alive; nothing if it holds the lease no more. */
    Optional<Lease> beat(Edition edition, Lease held);

    /** Lets anybody have the lease at once. */
    void giveUp(Edition edition, Lease held);

    /** As {@link #standing}, after finishing what was left half done. */
    Standing resume(Edition edition);

    /** A generation without rows to build; one that was being built is dropped. */
    Progress begin(Edition edition, long term);

    /**
     * Keeps rows, parked events and progress, all or nothing.
     *
     * @throws ProgressMoved if the generation does not stand where the batch expects it; then nothing is kept
     */
    void write(Batch batch);

    /**
     * What is being built has been loaded and will be kept up and compared: {@link RowReader#changes} answers from here on.
     * It may take seconds; nobody else is held up.
     */
    void prepare(Edition edition, long term, Progress building);

    /**
     * Lets what was built serve, in one step for every reader; what served until then is dropped.
     *
     * @param differing if rows of one position are what distinguishes it from what served until then
     * @throws ProgressMoved if what is being built stands elsewhere
     */
    void serve(Edition edition, long term, Progress building, @Nullable Belated differing);

    /** Gives up an edition that nobody holds, if its lease is as it was seen; what it had is dropped. */
    void retire(Edition older, Lease seen);

    /**
     * Drops a part of the rows that belong to no generation in use, those that a crash left too.
     *
     * @return whether there may be more
     */
    boolean sweep(Edition edition);

    /** Leaves a request for the holder of the lease. */
    void ask(Edition edition, Request request);

    /** Says what came of a request; nothing if it was taken back. */
    void answer(Edition edition, long term, String request, Outcome outcome);

    Optional<Outcome> outcome(Edition edition, String request);

    /** Takes a request back, or throws its outcome away. */
    void forget(Edition edition, String request);

    /** Reads what serves at that moment, each question by itself. It throws {@link Rebuilding} while nothing does. */
    RowReader serving(Edition edition);

    /** Reads one generation, as long as it is not dropped. */
    RowReader generation(long generation);

    @Override
    void close();
}
