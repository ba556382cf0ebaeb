package org.tansiq.infra.rows;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.shared.Tags;
import org.tansiq.projections.shared.Keys;

/**
 * Applies a parked event after all. Later events may have built on the gap that it left, so its whole coalition is folded
 * anew in memory, and the rows that are otherwise are written.
 */
final class Repair {
    private final Folding folding;
    private final RowReader serving;
    private final List<String> views;

    /**
     * What is to be written.
     *
     * @param released positions of events that are in the rows now
     */
    record Repairs(Outcome outcome, List<StoredRow> rows, List<Parked> parked, List<Long> released) {
        static Repairs none(Outcome outcome) {
            return new Repairs(outcome, List.of(), List.of(), List.of());
        }
    }

    Repair(Folding folding, RowReader serving, List<String> views) {
        this.folding = folding;
        this.serving = serving;
        this.views = views;
    }

    /**
     * Works out what applying an event makes of its coalition.
     *
     * @param next where the rows stand; what differs bears the position before that
     */
    Repairs retry(long position, long next) {
        var parked = serving.parked();
        var wanted = at(position, parked);
        if (wanted == null) {
            return Repairs.none(Outcome.NOT_PARKED);
        }
        var coalition = wanted.coalition();
        if (coalition == null) {
            return Repairs.none(Outcome.REBUILD_NEEDED);
        }
        var folded = folding.foldCoalition(coalition, next);
        var still = at(position, folded.parked());
        if (still != null) {
            return new Repairs(Outcome.STILL_FAILING, List.of(), List.of(wanted.failing(still)), List.of());
        }
        var rows = new ArrayList<StoredRow>();
        views.forEach(view -> differing(view, coalition, folded.rows(), row -> rows.add(row.at(next - 1))));
        return new Repairs(
                Outcome.DONE,
                rows,
                folded.parked().stream()
                        .filter(failing -> at(failing.position(), parked) == null)
                        .toList(),
                parked.stream()
                        .filter(one -> coalition.equals(one.coalition()))
                        .map(Parked::position)
                        .filter(one -> at(one, folded.parked()) == null)
                        .toList());
    }

    /** An operator decides to go without an event. */
    Repairs skip(long position, String reason, Instant at) {
        var wanted = at(position, serving.parked());
        return wanted == null
                ? Repairs.none(Outcome.NOT_PARKED)
                : new Repairs(Outcome.DONE, List.of(), List.of(wanted.skipped(reason, at)), List.of());
    }

    private void differing(String view, String coalition, List<StoredRow> folded, Consumer<StoredRow> rows) {
        var key = Keys.key(Tags.COALITION, coalition);
        Map<String, StoredRow> stored = new HashMap<>();
        serving.find(view, key).forEach(row -> stored.put(row.id(), row));
        var fresh = folded.stream()
                .filter(row ->
                        row.view().equals(view) && !row.removed() && row.keys().contains(key))
                .collect(Collectors.toMap(StoredRow::id, row -> row));
        fresh.forEach((id, row) -> {
            var was = stored.get(id);
            if (was == null || !was.sameAs(row)) {
                rows.accept(row);
            }
        });
        stored.forEach((id, row) -> {
            if (!fresh.containsKey(id)) {
                rows.accept(row.removedAt(row.position()));
            }
        });
    }

    private static @Nullable Parked at(long position, List<Parked> parked) {
        return parked.stream()
                .filter(one -> one.position() == position)
                .findFirst()
                .orElse(null);
    }
}
