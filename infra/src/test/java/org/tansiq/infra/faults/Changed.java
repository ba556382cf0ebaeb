package org.tansiq.infra.faults;

import java.util.List;
import org.tansiq.projections.shared.Projection;
import org.tansiq.projections.shared.Recorded;
import org.tansiq.projections.shared.Rows;
import org.tansiq.projections.shared.View;

/** A projection in another version, to which something happens after it has applied an event. */
record Changed(Projection projection, int version, Happening after) implements Projection {
    interface Happening {
        void happen(Recorded event) throws InterruptedException;
    }

    Changed(Projection projection, Happening after) {
        this(projection, projection.version(), after);
    }

    @Override
    public String name() {
        return projection.name();
    }

    @Override
    public List<View<?>> views() {
        return projection.views();
    }

    @Override
    public void apply(Recorded event, Rows rows) {
        projection.apply(event, rows);
        try {
            after.happen(event);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
