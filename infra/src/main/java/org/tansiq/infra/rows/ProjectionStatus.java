package org.tansiq.infra.rows;

import org.jspecify.annotations.Nullable;

/**
 * How a projection is doing, as one node sees it.
 *
 * @param position of the last event in the rows that serve; -1 before the first
 * @param head position that the next event in the log will get
 * @param lag events that are not in the rows yet
 * @param eventsPerSecond over the last five seconds
 * @param waiting parked events for somebody to decide about; -1 when the store does not say
 * @param holder the node that holds the lease; empty when none does
 * @param building what a rebuild has come to, if one is under way
 */
public record ProjectionStatus(
        String name,
        int version,
        State state,
        long position,
        long head,
        long lag,
        double eventsPerSecond,
        long waiting,
        String holder,
        @Nullable Building building) {
    public enum State {
        /** This node keeps the rows up. */
        RUNNING,
        /** Another node does, or none just now. */
        FOLLOWING,
        /** Rows are being built, by this node or another, beside those that serve if there are any. */
        REBUILDING,
        /** The log or the rows cannot be reached from this node; it tries again and again. */
        WAITING
    }

    /** @param position of the last event in the rows that are being built; -1 before the first */
    public record Building(long position, double eventsPerSecond) {}
}
