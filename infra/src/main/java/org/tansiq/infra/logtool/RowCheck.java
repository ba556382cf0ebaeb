package org.tansiq.infra.logtool;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.tansiq.domain.shared.Fact;
import org.tansiq.infra.json.Json;
import org.tansiq.infra.json.UnreadableJson;
import org.tansiq.infra.log.Flaw;
import org.tansiq.infra.log.Flaw.Kind;
import org.tansiq.infra.log.LogScan;
import org.tansiq.infra.log.StoredEvent;
import org.tansiq.infra.rows.StoredRow;
import org.tansiq.infra.wiring.Catalogue;
import org.tansiq.projections.shared.Projection;
import org.tansiq.projections.shared.Recorded;
import org.tansiq.projections.shared.Row;
import org.tansiq.projections.shared.View;

/**
 * Whether the rows of one projection are what the log gives, folded as far as the rows have come. An event that the store
 * has parked is left out here too; one that fails here and is not parked there, or the other way round, is told.
 *
 * <p>All rows of the projection are in memory for that. A server may go on meanwhile: a row that it has set further on is
 * passed over.
 */
final class RowCheck {
    private static final int EVENTS_AT_ONCE = 2_000;

    private final Projection projection;
    private final LogScan log;
    private final KeptRows rows;
    private final Catalogue catalogue;
    private final Consumer<Flaw> flaws;
    private final FoldedRows folded;

    RowCheck(Projection projection, LogScan log, KeptRows rows, Catalogue catalogue, Consumer<Flaw> flaws) {
        this.projection = projection;
        this.log = log;
        this.rows = rows;
        this.catalogue = catalogue;
        this.flaws = flaws;
        this.folded = new FoldedRows(projection);
    }

    void run() {
        rows.standing(projection).ifPresent(standing -> {
            if (standing.version() == projection.version()) {
                compare(standing);
            } else {
                tell(Kind.ROWS_OF_ANOTHER_VERSION, "version", standing.version(), "known", projection.version());
            }
        });
    }

    private void compare(KeptRows.Standing standing) {
        var fold = new Fold();
        log.visit(standing.next(), fold);
        fold.applyWaiting();
        if (standing.next() > fold.head) {
            tell(Kind.ROWS_AHEAD, "next", standing.next(), "head", fold.head);
        } else {
            compareViews(standing);
        }
    }

    private void tell(Kind kind, String name, long value, String other, long otherValue) {
        flaws.accept(Flaw.of(kind, "projection", projection.name(), name, value, other, otherValue));
    }

    /** @param fact nothing if it cannot be read */
    private record Decoded(long position, Optional<Fact> fact) {}

    private record Undecoded(long position, StoredEvent event) {}

    private final class Fold implements LogScan.Visitor {
        /** Events that the rows lack by position, and whether on purpose. */
        private final Map<Long, Boolean> left = new HashMap<>();

        private final List<Undecoded> waiting = new ArrayList<>();
        private long head;

        Fold() {
            rows.left(projection).forEach(event -> left.put(event.position(), event.onPurpose()));
        }

        @Override
        public void commit(long position, long end, String id) {}

        @Override
        public void event(long position, StoredEvent event) {
            head = position + 1;
            waiting.add(new Undecoded(position, event));
            if (waiting.size() == EVENTS_AT_ONCE) {
                applyWaiting();
            }
        }

        /** The check of the events has told it. */
        @Override
        public void flaw(Flaw flaw) {}

        void applyWaiting() {
            waiting.parallelStream().map(RowCheck.this::decode).toList().forEach(this::apply);
            waiting.clear();
        }

        private void apply(Decoded event) {
            if (event.fact().isEmpty()) {
                // The check of the events has told it.
                return;
            }
            var onPurpose = left.get(event.position());
            var applies = applies(event.position(), event.fact().get(), onPurpose != null);
            if (applies && onPurpose == null) {
                folded.keep();
                return;
            }
            folded.takeBack();
            if (onPurpose == null) {
                tell(Kind.NOT_PARKED, event.position());
            } else if (applies && !onPurpose) {
                tell(Kind.PARKED_APPLIES, event.position());
            }
        }

        private boolean applies(long position, Fact fact, boolean isLeft) {
            try {
                projection.apply(new Recorded(position, fact), folded);
                return !isLeft || folded.fits();
            } catch (RuntimeException | StackOverflowError | AssertionError e) {
                return false;
            }
        }

        private void tell(Kind kind, long position) {
            flaws.accept(Flaw.of(kind, "projection", projection.name(), "position", position));
        }
    }

    private Decoded decode(Undecoded undecoded) {
        var event = undecoded.event();
        try {
            return new Decoded(undecoded.position(), Optional.of(catalogue.carried(event)));
        } catch (UnreadableJson e) {
            return new Decoded(undecoded.position(), Optional.empty());
        }
    }

    private void compareViews(KeptRows.Standing standing) {
        var compared = new ArrayList<Comparison<?>>();
        for (var view : projection.views()) {
            var comparison = new Comparison<>(view, standing.next());
            rows.scan(projection, view, comparison::take);
            compared.add(comparison);
        }
        var moves = !rows.standing(projection).equals(Optional.of(standing))
                || compared.stream().anyMatch(Comparison::hasLater);
        if (moves) {
            flaws.accept(Flaw.of(Kind.ROWS_MOVE, "projection", projection.name()));
        } else {
            compared.forEach(Comparison::tellMissing);
        }
    }

    /** One view: rows that were compared leave the folded ones, so what is left is missing in the store. */
    private final class Comparison<R extends Row> {
        private final View<R> view;
        private final long next;
        private boolean hasLater;

        Comparison(View<R> view, long next) {
            this.view = view;
            this.next = next;
        }

        void take(StoredRow stored) {
            var row = folded.get(view, stored.id());
            if (stored.position() >= next) {
                hasLater = true;
            } else if (row.isEmpty()) {
                tell(Kind.ROW_TOO_MANY, stored.id());
            } else {
                compare(stored, row.get());
            }
            folded.remove(view, stored.id());
            folded.keep();
        }

        private void compare(StoredRow stored, R row) {
            if (!Json.write(row).equals(stored.json())) {
                tell(Kind.ROW_DIFFERS, stored.id());
            }
            if (!row.keys().stream().sorted().distinct().toList().equals(stored.keys())) {
                tell(Kind.ROW_KEYS_DIFFER, stored.id());
            }
        }

        boolean hasLater() {
            return hasLater;
        }

        void tellMissing() {
            folded.all(view).forEach(row -> tell(Kind.ROW_MISSING, row.id()));
        }

        private void tell(Kind kind, String id) {
            flaws.accept(Flaw.of(kind, "view", view.name(), "row", id));
        }
    }
}
