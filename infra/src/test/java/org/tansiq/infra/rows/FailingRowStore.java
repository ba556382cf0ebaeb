package org.tansiq.infra.rows;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A row store that cannot be reached some of the time, before it does what it is asked to or after it did. */
final class FailingRowStore implements RowStore {
    final AtomicInteger failuresBeforeWrite = new AtomicInteger();
    final AtomicInteger failuresAfterWrite = new AtomicInteger();
    final AtomicInteger failuresOfReads = new AtomicInteger();
    private final RowStore store;
    private final @Nullable Consumer<Batch> dying;
    private int writes;

    FailingRowStore(RowStore store) {
        this.store = store;
        this.dying = null;
    }

    /** Every third write ends as this does, and then fails. */
    FailingRowStore(RowStore store, Consumer<Batch> dying) {
        this.store = store;
        this.dying = dying;
    }

    private static void fail(AtomicInteger failures) {
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new RowStoreFailure("out of reach", new IllegalStateException());
        }
    }

    @Override
    public Progress progress(String projection) {
        return store.progress(projection);
    }

    @Override
    public Progress resume(String projection) {
        return store.resume(projection);
    }

    @Override
    public void write(Batch batch) {
        fail(failuresBeforeWrite);
        if (dying != null && ++writes % 3 == 0) {
            dying.accept(batch);
            throw new RowStoreFailure("died", new IllegalStateException());
        }
        store.write(batch);
        fail(failuresAfterWrite);
    }

    @Override
    public void reset(String projection, Collection<String> views, Progress expected, int version) {
        store.reset(projection, views, expected, version);
    }

    @Override
    public Optional<StoredRow> get(String view, String id) {
        fail(failuresOfReads);
        return store.get(view, id);
    }

    @Override
    public List<StoredRow> find(String view, String key) {
        fail(failuresOfReads);
        return store.find(view, key);
    }

    @Override
    public List<StoredRow> changes(String view, String key, long after, int limit) {
        return store.changes(view, key, after, limit);
    }

    @Override
    public void scan(String view, Consumer<StoredRow> visitor) {
        store.scan(view, visitor);
    }

    @Override
    public List<Parked> parked(String projection) {
        return store.parked(projection);
    }

    @Override
    public void close() {
        store.close();
    }
}
