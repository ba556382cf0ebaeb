package org.tansiq.projections.actions.matching;

import java.util.OptionalLong;

/**
 * What is known of the venues of two actions.
 *
 * @param sure from 0 to 1
 * @param metres between them, where both say where they are
 */
record Venues(Verdict verdict, double sure, OptionalLong metres) {
    enum Verdict {
        SAME,
        OTHER,
        UNKNOWN
    }
}
