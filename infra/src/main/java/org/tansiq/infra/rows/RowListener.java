package org.tansiq.infra.rows;

import java.util.Set;

/** Hears that rows were stored. It is called on the runner's thread: it takes note and returns. */
public interface RowListener {
    /**
     * Rows of these views are others now.
     *
     * @param position of the last event that is in them
     */
    void moved(Set<String> views, long position);
}
