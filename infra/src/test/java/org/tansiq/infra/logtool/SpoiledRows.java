package org.tansiq.infra.logtool;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.tansiq.infra.rows.Batch;
import org.tansiq.infra.rows.Edition;
import org.tansiq.infra.rows.Parked;
import org.tansiq.infra.rows.RowStore;
import org.tansiq.infra.rows.StoredRow;
import org.tansiq.infra.wiring.Projections;
import org.tansiq.projections.shared.Projection;

/** Writes into rows what no event has said. */
final class SpoiledRows {
    private static final long POSITION = 1;

    private final Supplier<RowStore> rows;

    /** @param rows opens them; they are closed again each time */
    SpoiledRows(Supplier<RowStore> rows) {
        this.rows = rows;
    }

    void set(String view, String id, String json) {
        write(
                view,
                (store, edition) -> StoredRow.put(
                        view, id, POSITION, present(store, edition, view, id).keys(), json));
    }

    void remove(String view, String id) {
        write(view, (store, edition) -> present(store, edition, view, id).removedAt(POSITION));
    }

    void add(String view, String id, String json) {
        write(view, (store, edition) -> StoredRow.put(view, id, POSITION, Set.of(), json));
    }

    void park(String projection, long position) {
        var event = new Parked(projection, position, "e", null, "e", "m", Instant.EPOCH, Parked.State.WAITING, "");
        try (var store = rows.get()) {
            write(store, Edition.of(named(projection)), List.of(), List.of(event));
        }
    }

    private void write(String view, BiFunction<RowStore, Edition, StoredRow> row) {
        try (var store = rows.get()) {
            var edition = Edition.of(writerOf(view));
            write(store, edition, List.of(row.apply(store, edition)), List.of());
        }
    }

    private static void write(RowStore store, Edition edition, List<StoredRow> set, List<Parked> parked) {
        var held =
                store.take(edition, store.standing(edition).lease(), "spoiler").orElseThrow();
        var serving = Optional.ofNullable(store.standing(edition).serving()).orElseThrow();
        var from = serving.progress();
        store.write(Batch.of(edition, held.term(), from, from.next(), set, parked));
        store.giveUp(edition, held);
    }

    private static StoredRow present(RowStore store, Edition edition, String view, String id) {
        return store.serving(edition).get(view, id).orElseThrow();
    }

    private static Projection named(String projection) {
        return Projections.all().stream()
                .filter(one -> one.name().equals(projection))
                .findFirst()
                .orElseThrow();
    }

    private static Projection writerOf(String view) {
        return Projections.all().stream()
                .filter(one -> one.views().stream().anyMatch(has -> has.name().equals(view)))
                .findFirst()
                .orElseThrow();
    }
}
