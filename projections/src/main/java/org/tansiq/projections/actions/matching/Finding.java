package org.tansiq.projections.actions.matching;

import java.util.List;

/**
 * Two actions that should know of each other.
 *
 * @param score from 0 to 1, how sure; of two findings the stronger has the higher
 * @param reasons in the order in which one would say them
 */
public record Finding(Relation relation, double score, List<Reason> reasons) {
    public Finding {
        reasons = List.copyOf(reasons);
    }
}
