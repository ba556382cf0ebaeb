package org.tansiq.infra.rows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tansiq.projections.shared.Recorded;

/**
 * Brings a loaded generation to serve: it catches up, is compared with what readers know, and takes over when both stand
 * at the same event. It is begun anew when it fails.
 */
final class Merging {
    private static final Logger LOG = LoggerFactory.getLogger(Merging.class);

    private final Edition edition;
    private final long term;
    private final RowStore store;
    private final Folding folding;
    private final List<String> views;
    private final @Nullable RowReader known;
    private final boolean besideServing;
    private final RowReader built;
    private final RowCache cache;
    private Progress progress;
    private @Nullable Comparison comparison;
    private long differing;

    /**
     * @param cache of the loaded rows
     * @param known what readers have seen, if there was anything to see
     * @param besideServing whether that goes on being kept up on the same thread
     */
    Merging(
            Edition edition,
            long term,
            RowStore store,
            Folding folding,
            List<String> views,
            Progress loaded,
            RowCache cache,
            @Nullable RowReader known,
            boolean besideServing) {
        this.edition = edition;
        this.term = term;
        this.store = store;
        this.folding = folding;
        this.views = views;
        this.progress = loaded;
        this.cache = cache;
        this.known = known;
        this.besideServing = besideServing;
        this.built = store.generation(loaded.generation());
    }

    RowCache cache() {
        return cache;
    }

    Progress progress() {
        return progress;
    }

    /** Whether it may serve, if it stands where the serving one does. */
    boolean isReady() {
        var comparing = comparison;
        return known == null || progress.next() == 0 || (comparing != null && comparing.isDone());
    }

    /** Applies events that come next; the serving generation has not, or it has and no comparison has begun. */
    void catchUp(List<Recorded> events) {
        var folded = folding.fold(events, progress.next(), built, cache);
        write(folded.next(), folded.rows(), folded.parked());
        folded.written();
    }

    /**
     * Applies events that the serving generation was given just now.
     *
     * @param rows what they have set in it
     */
    void keepUp(List<Recorded> events, List<StoredRow> rows) {
        var comparing = comparison;
        if (comparing == null || !besideServing) {
            catchUp(events);
            return;
        }
        var folded = folding.fold(events, progress.next(), built, cache);
        // The same rows, some of them with another position.
        var fresh = comparing.sinceThen(rows, folded.rows());
        count(fresh);
        write(folded.next(), fresh, folded.parked());
        folded.written();
    }

    /** Compares some more; both stand at the same event if both are kept up. */
    void compare() {
        var reader = known;
        if (reader == null) {
            return;
        }
        var comparing = comparison;
        if (comparing == null) {
            comparing = new Comparison(reader, built, views, progress.next() - 1);
            comparison = comparing;
        }
        var rows = comparing.next();
        if (!rows.isEmpty()) {
            count(rows);
            write(progress.next(), rows, List.of());
        }
    }

    /** What readers know has changed otherwise than by events. */
    void compareAnew() {
        comparison = null;
    }

    /** Takes over: from now on these are the rows. */
    Serving serve() {
        inheritSkipped();
        var comparing = comparison;
        var late = comparing == null || differing == 0 ? null : new Belated(comparing.numbered(), progress.next() - 1);
        store.serve(edition, term, progress, late);
        if (progress.next() > 0) {
            LOG.info(
                    "The projection {} serves rows built anew up to {}; {} differ from those before.",
                    edition,
                    progress.next(),
                    differing);
        }
        return new Serving(progress, late == null ? List.of() : List.of(late), 0);
    }

    /** What an operator has decided to go without is not asked about again. */
    private void inheritSkipped() {
        var reader = known;
        if (reader == null) {
            return;
        }
        var skipped = new HashMap<Long, Parked>();
        for (var parked : reader.parked()) {
            if (parked.state() == Parked.State.SKIPPED) {
                skipped.put(parked.position(), parked);
            }
        }
        if (skipped.isEmpty()) {
            return;
        }
        var again = new ArrayList<Parked>();
        for (var parked : built.parked()) {
            var before = skipped.get(parked.position());
            if (before != null && parked.state() == Parked.State.WAITING) {
                again.add(parked.skipped(before.reason(), before.since()));
            }
        }
        if (!again.isEmpty()) {
            write(progress.next(), List.of(), again);
        }
    }

    private void count(List<StoredRow> rows) {
        var comparing = comparison;
        if (comparing != null) {
            differing += rows.stream()
                    .filter(row -> row.position() == comparing.numbered())
                    .count();
        }
    }

    private void write(long next, List<StoredRow> rows, List<Parked> parked) {
        var batch = Batch.of(edition, term, progress, next, rows, parked);
        store.write(batch);
        progress = batch.to();
    }
}
