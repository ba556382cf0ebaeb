package org.tansiq.infra.logtool;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.tansiq.infra.rows.Edition;
import org.tansiq.infra.rows.Parked;
import org.tansiq.infra.rows.RowReader;
import org.tansiq.infra.rows.RowStore;
import org.tansiq.infra.rows.StoredRow;
import org.tansiq.projections.shared.Projection;
import org.tansiq.projections.shared.View;

/** What a row store has of the projections, as far as a comparison asks for it. */
public interface KeptRows extends AutoCloseable {
    /**
     * How far rows are.
     *
     * @param version of the projection that built them
     * @param next position of the next event to apply
     */
    record Standing(int version, long next) {}

    /**
     * An event that the rows lack.
     *
     * @param onPurpose somebody has decided to go without it
     */
    record Left(long position, boolean onPurpose) {}

    /** Nothing if they were never built. */
    Optional<Standing> standing(Projection projection);

    List<Left> left(Projection projection);

    /** Visits every row of the view. The visitor must not call this. */
    void scan(Projection projection, View<?> view, Consumer<StoredRow> visitor);

    @Override
    void close();

    /** @param store is closed with this */
    static KeptRows of(RowStore store) {
        return new KeptRows() {
            @Override
            public Optional<Standing> standing(Projection projection) {
                return store.editions(projection.name()).stream()
                        .sorted(Comparator.comparing(edition -> !edition.equals(Edition.of(projection))))
                        .map(store::standing)
                        .flatMap(standing -> standing(standing).stream())
                        .findFirst();
            }

            @Override
            public List<Left> left(Projection projection) {
                return rows(projection).parked().stream()
                        .map(parked -> new Left(parked.position(), parked.state() == Parked.State.SKIPPED))
                        .toList();
            }

            @Override
            public void scan(Projection projection, View<?> view, Consumer<StoredRow> visitor) {
                rows(projection).scan(view.name(), visitor);
            }

            private static Optional<Standing> standing(org.tansiq.infra.rows.Standing of) {
                return Optional.ofNullable(of.serving())
                        .map(serving -> new Standing(
                                of.edition().version(), serving.progress().next()));
            }

            private RowReader rows(Projection projection) {
                return store.serving(Edition.of(projection));
            }

            @Override
            public void close() {
                store.close();
            }
        };
    }
}
