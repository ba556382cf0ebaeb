package org.tansiq.infra.rows;

import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Builds a generation up to where the serving one stands, on a thread of its own and in large batches, so that what serves
 * is kept up meanwhile.
 */
final class Loading implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Loading.class);

    private final Edition edition;
    private final long term;
    private final RowStore store;
    private final SharedPages pages;
    private final Folding folding;
    private final LongSupplier target;
    private final int batchMax;
    private final Runnable ended;
    private final RowCache cache;
    private final Rate rate = new Rate();
    private final Thread thread;
    private volatile Progress progress;
    private volatile boolean closed;
    private volatile boolean done;
    private volatile @Nullable Throwable failure;

    /**
     * @param target where to get to; it may move on
     * @param ended is called on the thread of this when it is done or has failed
     */
    Loading(
            Edition edition,
            long term,
            Progress begun,
            RowStore store,
            SharedPages pages,
            Folding folding,
            LongSupplier target,
            int batchMax,
            Runnable ended) {
        this.edition = edition;
        this.term = term;
        this.progress = begun;
        this.cache = begun.next() == 0 ? RowCache.ofNoRows() : RowCache.unknowing();
        this.store = store;
        this.pages = pages;
        this.folding = folding;
        this.target = target;
        this.batchMax = batchMax;
        this.ended = ended;
        this.thread = Thread.ofPlatform().daemon().name("building-" + edition).unstarted(this::run);
    }

    void start() {
        rate.at(progress.next());
        thread.start();
    }

    Progress progress() {
        return progress;
    }

    /** What is known of the rows, for whoever goes on with them when this is done. */
    RowCache cache() {
        return cache;
    }

    double perSecond() {
        return rate.perSecond();
    }

    /**
     * Whether all is loaded and prepared.
     *
     * @throws RuntimeException what it failed on
     */
    boolean isDone() {
        switch (failure) {
            case null -> {}
            case RuntimeException known -> throw known;
            case Error known -> throw known;
            case Throwable other -> throw new IllegalStateException(other);
        }
        return done;
    }

    private void run() {
        try (var reading = pages.reader()) {
            load(reading);
            if (!closed) {
                // What happens while it is prepared is loaded after it.
                store.prepare(edition, term, progress);
                load(reading);
                done = !closed;
            }
        } catch (RuntimeException | Error e) {
            failure = e;
        } finally {
            ended.run();
        }
    }

    private void load(SharedPages.Reader reading) {
        var reader = store.generation(progress.generation());
        while (!closed && progress.next() < target.getAsLong()) {
            var from = progress;
            var limit = (int) Math.min(batchMax, target.getAsLong() - from.next());
            var folded = folding.fold(reading.read(from.next(), limit), from.next(), reader, cache);
            if (folded.next() == from.next()) {
                return;
            }
            var batch = Batch.of(edition, term, from, folded.next(), folded.rows(), folded.parked());
            store.write(batch);
            folded.written();
            progress = batch.to();
            rate.at(progress.next());
        }
    }

    /** Lets the batch at hand finish. */
    @Override
    public void close() {
        closed = true;
        if (!thread.isAlive()) {
            return;
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOG.debug("The building of {} was not waited for.", edition);
        }
    }
}
