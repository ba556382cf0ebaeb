package org.tansiq.projections.shared;

import java.util.List;
import org.tansiq.domain.shared.Fact;

/** Folds events in order, each one twice: a projection must not mind. */
public final class Twice {
    private Twice() {}

    public static RowsInMemory fold(Projection projection, List<? extends Fact> facts) {
        var rows = new RowsInMemory();
        var position = 0L;
        for (var fact : facts) {
            projection.apply(new Recorded(position, fact), rows);
            projection.apply(new Recorded(position, fact), rows);
            position++;
        }
        return rows;
    }
}
