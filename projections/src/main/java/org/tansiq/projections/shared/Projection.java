package org.tansiq.projections.shared;

import java.util.List;

/** A pure fold of events into rows. It sets and never counts, so the same event twice changes nothing. */
public interface Projection {
    String name();

    /** Goes up when the same events would give other rows; rows of an older version are built anew. */
    int version();

    /** The views whose rows it writes. No other projection writes them, and it reads no other's. */
    List<View<?>> views();

    void apply(Recorded event, Rows rows);
}
