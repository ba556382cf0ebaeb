package org.tansiq.projections.shared;

import java.util.List;
import java.util.Optional;

/** The rows as a projection sees them while it folds: its own earlier writes included. */
public interface Rows {
    <R extends Row> Optional<R> get(View<R> view, String id);

    /** All rows that have this key, in the order of their ids. */
    <R extends Row> List<R> find(View<R> view, String key);

    <R extends Row> void put(View<R> view, R row);

    void remove(View<?> view, String id);
}
