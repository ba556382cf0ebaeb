package org.tansiq.infra.rows;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A row store with something happening before or after it does what it is asked to: it fails, or is held up. */
final class HookedRowStore implements RowStore {
    private final RowStore store;
    private final Hook hook;

    interface Hook {
        /** @param batch if it is a write */
        default void before(String operation, @Nullable Batch batch) {}

        default void after(String operation, @Nullable Batch batch) {}
    }

    HookedRowStore(RowStore store, Hook hook) {
        this.store = store;
        this.hook = hook;
    }

    private <T> T hooked(String operation, @Nullable Batch batch, Supplier<T> work) {
        hook.before(operation, batch);
        var result = work.get();
        hook.after(operation, batch);
        return result;
    }

    private void hooked(String operation, Runnable work) {
        hooked(operation, null, () -> {
            work.run();
            return true;
        });
    }

    @Override
    public boolean isShared() {
        return store.isShared();
    }

    @Override
    public Standing standing(Edition edition) {
        return hooked("standing", null, () -> store.standing(edition));
    }

    @Override
    public List<Edition> editions(String projection) {
        return hooked("editions", null, () -> store.editions(projection));
    }

    @Override
    public Optional<Lease> take(Edition edition, Lease seen, String owner) {
        return hooked("take", null, () -> store.take(edition, seen, owner));
    }

    @Override
    public Optional<Lease> beat(Edition edition, Lease held) {
        return hooked("beat", null, () -> store.beat(edition, held));
    }

    @Override
    public void giveUp(Edition edition, Lease held) {
        hooked("giveUp", () -> store.giveUp(edition, held));
    }

    @Override
    public Standing resume(Edition edition) {
        return hooked("resume", null, () -> store.resume(edition));
    }

    @Override
    public Progress begin(Edition edition, long term) {
        return hooked("begin", null, () -> store.begin(edition, term));
    }

    @Override
    public void write(Batch batch) {
        hooked("write", batch, () -> {
            store.write(batch);
            return true;
        });
    }

    @Override
    public void prepare(Edition edition, long term, Progress building) {
        hooked("prepare", () -> store.prepare(edition, term, building));
    }

    @Override
    public void serve(Edition edition, long term, Progress building, @Nullable Belated differing) {
        hooked("serve", () -> store.serve(edition, term, building, differing));
    }

    @Override
    public void retire(Edition older, Lease seen) {
        hooked("retire", () -> store.retire(older, seen));
    }

    @Override
    public boolean sweep(Edition edition) {
        return hooked("sweep", null, () -> store.sweep(edition));
    }

    @Override
    public void ask(Edition edition, Request request) {
        hooked("ask", () -> store.ask(edition, request));
    }

    @Override
    public void answer(Edition edition, long term, String request, Outcome outcome) {
        hooked("answer", () -> store.answer(edition, term, request, outcome));
    }

    @Override
    public Optional<Outcome> outcome(Edition edition, String request) {
        return hooked("outcome", null, () -> store.outcome(edition, request));
    }

    @Override
    public void forget(Edition edition, String request) {
        hooked("forget", () -> store.forget(edition, request));
    }

    @Override
    public RowReader serving(Edition edition) {
        return store.serving(edition);
    }

    @Override
    public RowReader generation(long generation) {
        return new Reader(store.generation(generation));
    }

    @Override
    public void close() {
        store.close();
    }

    private final class Reader implements RowReader {
        private final RowReader reader;

        Reader(RowReader reader) {
            this.reader = reader;
        }

        @Override
        public Optional<StoredRow> get(String view, String id) {
            return hooked("get", null, () -> reader.get(view, id));
        }

        @Override
        public List<StoredRow> find(String view, String key) {
            return hooked("find", null, () -> reader.find(view, key));
        }

        @Override
        public List<StoredRow> find(String view, String key, @Nullable String after, int limit) {
            return hooked("find", null, () -> reader.find(view, key, after, limit));
        }

        @Override
        public List<StoredRow> changes(String view, String key, long after, int limit) {
            return hooked("changes", null, () -> reader.changes(view, key, after, limit));
        }

        @Override
        public void scan(String view, Consumer<StoredRow> visitor) {
            reader.scan(view, visitor);
        }

        @Override
        public List<StoredRow> page(String view, @Nullable String after, int limit) {
            return hooked("page", null, () -> reader.page(view, after, limit));
        }

        @Override
        public List<Parked> parked() {
            return hooked("parked", null, reader::parked);
        }

        @Override
        public long waiting() {
            return reader.waiting();
        }
    }
}
