package org.tansiq.projections.shared;

import java.util.Set;

/** One line of a view. It is found by its id, or by any of its keys. */
public interface Row {
    String id();

    /** Such as {@code coalition:ghouta} or {@code holder:berlin}; every row of a coalition has its coalition's. */
    Set<String> keys();
}
